import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Light } from '@amaan/contracts/traffic/signal-decision';
import type { AssignedJunction, SignalReport } from '@amaan/contracts/traffic/signal-messages';
import type { ClockProof, SignalPhases } from '@amaan/contracts/violations/signal-timeline';
import type { OutputReading } from '../operation/output-keeper.ts';

export interface PhaseWatchOptions {
  /** Tells workers at once. */
  readonly announce: (phases: SignalPhases) => void;
  /** Tells the server, so that it is not lost. */
  readonly report: (reports: readonly SignalReport[]) => void;
  /** How far this process's clock is from the control plane's now; null: nobody knows. */
  readonly clock: () => ClockProof | null;
}

/** A light as it is shown, on this process's clock in Unix milliseconds. */
interface Shown {
  readonly light: Light;
  readonly since: number;
  readonly errorMs: number;
  /** Whether it was seen to begin: what was there at the first look began nobody knows when. */
  readonly began: boolean;
}

interface Watched {
  readonly junctionId: Identifier;
  readonly source: SignalPhases['source'];
  readonly groups: readonly string[];
  shown: Shown[] | null;
  /** The last reading, or the one after which there was none. */
  last: OutputReading | null;
}

/**
 * Watches what the signals of junctions show: tells every change at once, what is shown once a second as a sign of life, and
 * reports each light when it is over, from its beginning to its end. What was not seen to begin, or to end, is not reported:
 * the log has a gap there, and a gap proves nothing.
 */
export class PhaseWatch {
  readonly #options: PhaseWatchOptions;
  readonly #junctions = new Map<Identifier, Watched>();

  constructor(options: PhaseWatchOptions) {
    this.#options = options;
  }

  /** Watches just these junctions; others are forgotten. */
  follow(junctions: readonly AssignedJunction[]): void {
    const wanted = new Map(junctions.map((junction) => [junction.junctionId, junction]));
    for (const id of this.#junctions.keys()) if (!wanted.has(id)) this.#junctions.delete(id);
    for (const { junctionId, definition, output } of wanted.values()) {
      const groups = definition.groups.map(({ id }) => id);
      const source = output.kind === 'simulated' ? ('simulated' as const) : ('controller' as const);
      const known = this.#junctions.get(junctionId);
      if (known?.source === source && known.groups.join() === groups.join()) continue;
      this.#junctions.set(junctionId, { junctionId, source, groups, shown: null, last: null });
    }
  }

  isWatched(junctionId: Identifier): boolean {
    return this.#junctions.has(junctionId);
  }

  /**
   * Notes what a signal was read to show.
   * @param reading null: it could not be read, so nobody knows what it shows from the last reading on
   */
  see(junctionId: Identifier, reading: OutputReading | null): void {
    const watched = this.#junctions.get(junctionId);
    if (!watched) return;
    const { last, shown } = watched;
    if (reading === null) {
      watched.shown = null;
      // Said once; the silence afterwards says the same.
      if (shown !== null) this.#tell(watched);
      return;
    }
    watched.last = reading;
    // What changed did so between asking the last time and hearing this time.
    const from = shown === null ? reading.askedAt : (last?.askedAt ?? reading.askedAt);
    const since = (from + reading.heardAt) / 2;
    const errorMs = (reading.heardAt - from) / 2;
    const over: SignalReport[] = [];
    watched.shown = watched.groups.map((group, index) => {
      const light = reading.lights[index]!;
      const before = shown?.[index];
      if (before?.light === light) return before;
      const next = { light, since, errorMs, began: before !== undefined };
      if (before?.began) over.push(...this.#logged(watched, group, before, next));
      return next;
    });
    const isChanged = shown === null || watched.shown.some((one, index) => one !== shown[index]);
    if (isChanged) this.#tell(watched);
    if (over.length > 0) this.#options.report(over);
  }

  /** Says what all of them show, as a sign of life. */
  beat(): void {
    for (const watched of this.#junctions.values()) if (watched.shown !== null) this.#tell(watched);
  }

  #tell({ junctionId, source, groups, shown, last }: Watched): void {
    if (last === null) return;
    // Instants are by the controller's clock, which is so far from this process's.
    const ahead = last.clock?.offsetMs ?? 0;
    const at = instantOf(Math.round(last.heardAt + ahead));
    this.#options.announce({
      ...{ junctionId, source, at, clock: this.#controllerClock(last) },
      lights: groups.map((group, index) => {
        const one = shown?.[index];
        if (!one) return { group, light: 'unknown' as const, since: at, errorMs: 0 };
        // What was there at the first look has been so for longer than is said.
        const { light, errorMs } = one;
        return { group, light, since: instantOf(Math.round(one.since + ahead)), errorMs };
      }),
    });
  }

  /** The controller's clock against the control plane's; null: one of the two steps between them was never measured. */
  #controllerClock({ clock }: OutputReading): ClockProof | null {
    const own = this.#options.clock();
    if (own === null || clock === null) return null;
    const compared = instantOf(Math.round(clock.comparedAt - own.offsetMs));
    return {
      offsetMs: clock.offsetMs + own.offsetMs,
      errorMs: clock.errorMs + own.errorMs,
      measuredAt: compared < own.measuredAt ? compared : own.measuredAt,
    };
  }

  /** What the log says of a light that is over, by the control plane's clock; nothing where that clock is not known. */
  #logged({ junctionId, source, last }: Watched, group: string, one: Shown, next: Shown): SignalReport[] {
    const own = this.#options.clock();
    if (own === null || last === null) return [];
    return [
      {
        type: 'phase',
        phase: {
          ...{ junctionId, group, source, light: one.light },
          from: instantOf(Math.round(one.since - own.offsetMs)),
          to: instantOf(Math.round(next.since - own.offsetMs)),
          errorMs: Math.max(one.errorMs, next.errorMs) + own.errorMs,
          clock: this.#controllerClock(last),
        },
      },
    ];
  }
}
