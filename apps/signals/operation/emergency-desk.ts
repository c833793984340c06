import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Junction } from '@amaan/contracts/traffic/junction';
import type { AssignedWave, WaveProgress } from '@amaan/contracts/traffic/signal-messages';
import { leadSecondsOf, recoverySecondsOf } from '@amaan/traffic-management/emergency/stop-seconds';
import { type StopStanding, WaveTracker } from '@amaan/traffic-management/emergency/wave-tracker';
import { groundMetres } from './ground-metres.ts';

/** A junction that has to give way now. */
export interface PreEmption {
  readonly waveId: Identifier;
  readonly stage: string;
  /** Seconds until the vehicle is expected; below 0: it should be there. */
  readonly expectedIn: number;
}

interface RunningWave {
  readonly wave: AssignedWave;
  readonly tracker: WaveTracker;
  standing: readonly StopStanding[];
}

/** The emergency waves that run, and which junctions have to give way to which of them now. */
export class EmergencyDesk {
  readonly #waves = new Map<Identifier, RunningWave>();
  /** Junctions that were returned to their fixed plan by hand, by wave. */
  readonly #skipped = new Set<string>();

  /** Takes the waves of an assignment; one that is not there any more is over. */
  apply(waves: readonly AssignedWave[], junctions: ReadonlyMap<Identifier, Junction>): void {
    const present = new Set(waves.map(({ id }) => id));
    for (const id of this.#waves.keys()) if (!present.has(id)) this.#waves.delete(id);
    for (const wave of waves) {
      let running = this.#waves.get(wave.id);
      if (!running) {
        const stops = wave.stops.map((stop) => {
          const junction = junctions.get(stop.junctionId);
          return {
            ...stop,
            leadSeconds: junction ? leadSecondsOf(junction) : 0,
            recoverySeconds: junction ? recoverySecondsOf(junction) : 0,
          };
        });
        const tracker = new WaveTracker(stops, Date.parse(wave.startedAt) / 1000, groundMetres);
        running = { wave, tracker, standing: [] };
        this.#waves.set(wave.id, running);
      }
      if (wave.lastReport) running.tracker.report(wave.lastReport);
    }
  }

  /** Goes on in time. @param now Unix seconds */
  step(now: number): void {
    for (const [id, running] of this.#waves) {
      // Whatever the server says or does not say, a wave ends.
      if (now >= Date.parse(running.wave.until) / 1000) this.#waves.delete(id);
      else running.standing = running.tracker.at(now);
    }
  }

  /** The wave that a junction has to give way to now, the one that began first; null: none. */
  preEmptionOf(junctionId: Identifier, now: number): PreEmption | null {
    for (const { wave, standing } of this.#waves.values()) {
      const index = wave.stops.findIndex((stop) => stop.junctionId === junctionId);
      if (index < 0 || standing[index]?.state !== 'holding') continue;
      if (this.#skipped.has(keyOf(wave.id, junctionId))) continue;
      const { stage } = wave.stops[index]!;
      return { waveId: wave.id, stage, expectedIn: standing[index].expectedAt - now };
    }
    return null;
  }

  /** A junction gives way to no wave that runs now any more. */
  skip(junctionId: Identifier): void {
    for (const { wave } of this.#waves.values())
      if (wave.stops.some((stop) => stop.junctionId === junctionId))
        this.#skipped.add(keyOf(wave.id, junctionId));
  }

  /**
   * How all stops stand.
   * @param problemOf why a junction does not give way to a wave, in one sentence, or null
   */
  progress(problemOf: (junctionId: Identifier, waveId: Identifier) => string | null): WaveProgress[] {
    return [...this.#waves.values()].map(({ wave, standing }) => ({
      waveId: wave.id,
      stops: wave.stops.flatMap(({ junctionId }, index) => {
        const stop = standing[index];
        if (!stop) return [];
        const isSkipped = this.#skipped.has(keyOf(wave.id, junctionId));
        const problem = isSkipped
          ? 'Somebody returned it to its fixed plan.'
          : stop.state === 'done'
            ? null
            : problemOf(junctionId, wave.id);
        const isGone = (isSkipped || problem !== null) && stop.state !== 'ahead' && stop.state !== 'holding';
        return [
          {
            junctionId,
            expectedAt: instantOf(Math.round(stop.expectedAt * 1000)),
            state: isGone ? ('skipped' as const) : stop.state,
            problem,
          },
        ];
      }),
    }));
  }
}

function keyOf(waveId: Identifier, junctionId: Identifier): string {
  return `${waveId} ${junctionId}`;
}
