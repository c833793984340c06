import type { Identifier } from '@amaan/contracts/identifier';
import {
  type ClockProof,
  LONGEST_SILENCE_MS,
  type ShownLight,
  type SignalPhases,
} from '@amaan/contracts/violations/signal-timeline';
import type { LightSpan, SignalReading, SignalWatch } from './signal-reading.ts';

/** Longer than the longest red of any signal plan here, with what is shown before it. */
const KEPT_MS = 1_200_000;

/** What one group showed, by the control plane's clock in Unix milliseconds. */
interface GroupLog {
  spans: LightSpan[];
  knownUntil: number;
}

/**
 * What the controller of one junction said that its lights showed. Silence of more than two seconds is a gap: what was
 * shown then is unknown, unless the next message says that the light has been on since before.
 */
export class SignalTimeline {
  readonly junctionId: Identifier;
  readonly #groups = new Map<string, GroupLog>();
  #clock: ClockProof | null = null;
  #source: SignalPhases['source'] = 'controller';

  constructor(junctionId: Identifier) {
    this.junctionId = junctionId;
  }

  /** Takes a message; one that is older than what is known says nothing new. */
  add({ at, lights, clock, source }: SignalPhases): void {
    this.#clock = clock;
    this.#source = source;
    const toControl = (instant: string) => Date.parse(instant) - (clock?.offsetMs ?? 0);
    const now = toControl(at);
    for (const { group, light, since, errorMs } of lights) {
      const error = errorMs + (clock?.errorMs ?? 0);
      this.#note(group, { light, from: toControl(since), errorMs: error }, now);
    }
  }

  /** One group of it, to be read by the worker's clock. */
  group(group: string): SignalWatch {
    return { read: (from, to, worker) => this.#read(group, from, to, worker) };
  }

  #note(group: string, span: LightSpan, now: number): void {
    const log = this.#groups.get(group);
    if (log === undefined) {
      this.#groups.set(group, { spans: [span], knownUntil: now });
      return;
    }
    if (now < log.knownUntil) return;
    const last = log.spans.at(-1)!;
    const isSame = last.light === span.light && span.from <= last.from + last.errorMs + span.errorMs;
    if (!isSame) {
      const silence = span.from - span.errorMs - log.knownUntil;
      const wasSilent = now - log.knownUntil > LONGEST_SILENCE_MS;
      if (wasSilent && silence > 0) log.spans.push({ light: 'unknown', from: log.knownUntil, errorMs: 0 });
      log.spans.push({ ...span, from: Math.max(span.from, last.from) });
    }
    log.knownUntil = now;
    const old = log.spans.findIndex(({ from }) => now - from <= KEPT_MS);
    if (old > 1) log.spans.splice(0, old - 1);
  }

  #read(group: string, from: number, to: number, worker: ClockProof | null): SignalReading {
    const log = this.#groups.get(group);
    const offset = worker?.offsetMs ?? 0;
    const clock = this.#clock;
    const error = worker?.errorMs ?? 0;
    const spans = (log?.spans ?? []).map((span) => ({
      light: span.light satisfies ShownLight,
      from: span.from + offset,
      errorMs: span.errorMs + error,
    }));
    const first = Math.max(
      0,
      spans.findLastIndex((span) => span.from <= from),
    );
    const skew =
      worker && clock
        ? {
            ms: worker.offsetMs - clock.offsetMs,
            errorMs: worker.errorMs + clock.errorMs,
            provenAt: worker.measuredAt < clock.measuredAt ? worker.measuredAt : clock.measuredAt,
          }
        : null;
    return {
      source: this.#source,
      junctionId: this.junctionId,
      group,
      spans: spans.slice(first).filter((span, index) => index === 0 || span.from <= to),
      knownUntil: log ? log.knownUntil + offset - error : Number.NEGATIVE_INFINITY,
      skew,
    };
  }
}
