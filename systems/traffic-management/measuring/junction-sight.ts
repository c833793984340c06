import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LaneStates } from '@amaan/contracts/traffic/signal-messages';
import type { CheckedTrafficView } from '@amaan/contracts/traffic/traffic-view';
import type { LaneNow } from './traffic-meter.ts';

/** What signal control is told of at most so often, in milliseconds: it decides once a second. */
const EVERY_MS = 400;
/** A vehicle nearer to the stop line, in metres, stands on its detector. */
const STOP_LINE_M = 5;
/** A vehicle that just came into view has no speed yet: it is taken to drive as fast as it may. */
const ARRIVING_KMH = 50;

/**
 * What one camera tells signal control of the lanes of junctions that are drawn on it. A lane without a calibration that
 * holds is told of by nobody: its junction then knows that it is not seen.
 */
export class JunctionSight {
  readonly #cameraId: Identifier;
  readonly #lanes: CheckedTrafficView['lanes'];
  /** Vehicles that were before the stop line when this was last told, by lane. */
  readonly #before = new Map<string, ReadonlySet<number>>();
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(cameraId: Identifier, view: Pick<CheckedTrafficView, 'lanes'>) {
    this.#cameraId = cameraId;
    this.#lanes = view.lanes.filter(({ junction }) => junction !== null);
  }

  /** Whether any lane leads to a junction. */
  get isNeeded(): boolean {
    return this.#lanes.length > 0;
  }

  /**
   * @param now the lanes as they were in the last frame
   * @param capturedAt Unix milliseconds of that frame
   * @returns what to tell, or null: told a moment ago, or nothing can be said in metres
   */
  look(now: readonly LaneNow[], capturedAt: number): LaneStates | null {
    if (capturedAt - this.#toldAt < EVERY_MS) return null;
    const lanes = this.#lanes.flatMap((lane): (LaneStates['lanes'][number] & { range: number })[] => {
      const seen = now.find(({ laneId }) => laneId === lane.id);
      if (!seen || seen.rangeM === null || lane.junction === null) return [];
      const vehicles = seen.vehicles
        .flatMap(({ track, distanceM, speedKmh }) =>
          distanceM === null ? [] : [{ track, distance: distanceM, kmh: speedKmh }],
        )
        .sort((a, b) => a.distance - b.distance);
      const ahead = vehicles.filter(({ distance }) => distance >= 0);
      const limit = lane.speedLimitKmh ?? ARRIVING_KMH;
      return [
        {
          junctionId: lane.junction.id,
          lane: lane.junction.laneId,
          range: seen.rangeM,
          departed: this.#departed(lane.id, ahead, vehicles),
          isOccupied: (ahead[0]?.distance ?? Number.POSITIVE_INFINITY) < STOP_LINE_M,
          vehicles: ahead.map(({ track, distance, kmh }) => ({
            track: String(track),
            distance,
            speed: Math.max(0, (kmh ?? limit) / 3.6),
          })),
        },
      ];
    });
    if (lanes.length === 0) return null;
    this.#toldAt = capturedAt;
    return {
      cameraId: this.#cameraId,
      at: instantOf(Math.round(capturedAt)),
      range: Math.min(...lanes.map(({ range }) => range)),
      lanes: lanes.map(({ range: _, ...lane }) => lane),
    };
  }

  /** Vehicles that were before the stop line and are past it. */
  #departed(
    lane: string,
    ahead: readonly { readonly track: number }[],
    all: readonly { readonly track: number; readonly distance: number }[],
  ): number {
    const before = this.#before.get(lane) ?? new Set();
    this.#before.set(lane, new Set(ahead.map(({ track }) => track)));
    return all.filter(({ track, distance }) => distance < 0 && before.has(track)).length;
  }
}
