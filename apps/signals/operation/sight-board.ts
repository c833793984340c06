import type { Identifier } from '@amaan/contracts/identifier';
import type { Junction } from '@amaan/contracts/traffic/junction';
import type { LaneLive } from '@amaan/contracts/traffic/signal-live';
import type { LaneStates } from '@amaan/contracts/traffic/signal-messages';
import type { LaneView } from '@amaan/traffic-management/signals/controller';

/** Slower than this, in metres a second, a vehicle stands. */
const STANDING = 1.4;
/** What no camera has seen for this long is not known any more, in seconds. */
const FORGOTTEN = 30;

interface LaneSight {
  readonly view: LaneView;
  readonly range: number;
  /** Unix seconds of the picture. */
  readonly at: number;
  /** Departures that no controller was told of yet. */
  departed: number;
}

/** What cameras say of the lanes of junctions, the newest of each lane. */
export class SightBoard {
  readonly #lanes = new Map<string, LaneSight>();

  /** Takes what a camera sees. A message that is older than what is known is left out. */
  take({ cameraId, at, range, lanes }: LaneStates): void {
    const seconds = Date.parse(at) / 1000;
    for (const { junctionId, lane, vehicles, departed, isOccupied } of lanes) {
      const key = keyOf(junctionId, lane);
      const known = this.#lanes.get(key);
      if (known && known.at > seconds) continue;
      this.#lanes.set(key, {
        view: {
          lane,
          // Tracks of two cameras are different vehicles.
          vehicles: vehicles.map(({ track, ...rest }) => ({
            ...rest,
            track: `${cameraId} ${track}`,
            isUpstream: false,
          })),
          departed,
          isOccupied,
        },
        range,
        at: seconds,
        departed: (known?.departed ?? 0) + departed,
      });
    }
  }

  /** The approach lanes of a junction, in its order; departures are told once. */
  views(junctionId: Identifier, junction: Junction): { readonly lanes: LaneView[]; readonly range: number } {
    let range = Number.POSITIVE_INFINITY;
    const lanes = junction.lanes.map(({ id }): LaneView => {
      const sight = this.#lanes.get(keyOf(junctionId, id));
      if (!sight) return { lane: id, vehicles: [], departed: 0, isOccupied: false };
      range = Math.min(range, sight.range);
      const { departed } = sight;
      sight.departed = 0;
      return { ...sight.view, departed };
    });
    return { lanes, range: Number.isFinite(range) ? range : 0 };
  }

  /**
   * Seconds since each approach lane was seen, in the junction's order; null: never, or so long ago that it is forgotten.
   * @param now Unix seconds
   */
  ages(junctionId: Identifier, junction: Junction, now: number): (number | null)[] {
    return junction.lanes.map(({ id }) => {
      const key = keyOf(junctionId, id);
      const sight = this.#lanes.get(key);
      if (!sight) return null;
      const age = Math.max(0, now - sight.at);
      if (age <= FORGOTTEN) return age;
      this.#lanes.delete(key);
      return null;
    });
  }

  /** What people read of the lanes. */
  live(junctionId: Identifier, junction: Junction, now: number): LaneLive[] {
    const ages = this.ages(junctionId, junction, now);
    return junction.lanes.map(({ id }, index) => {
      const vehicles = this.#lanes.get(keyOf(junctionId, id))?.view.vehicles ?? [];
      return {
        lane: id,
        vehicles: vehicles.length,
        queue: vehicles.filter(({ speed }) => speed < STANDING).length,
        dataAge: ages[index]!,
      };
    });
  }
}

function keyOf(junctionId: Identifier, lane: string): string {
  return `${junctionId} ${lane}`;
}
