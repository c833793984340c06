import type { Polygon } from '@amaan/contracts/geometry';
import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import type { VehicleTrajectory } from '@amaan/road/measuring/vehicle-trajectory';
import { isInside } from '@amaan/vision/tracking/picture-geometry';
import type { LaneMeter } from '../measuring/lane-meter.ts';
import type { IncidentWatcher, TrafficScene } from './incident-watcher.ts';
import { ObjectIncidents, type Suspect } from './object-incidents.ts';

export interface StoppedOptions {
  readonly seconds: number;
  /** On a lane with a stop line, where vehicles wait. */
  readonly atSignalSeconds: number;
  readonly clearSeconds: number;
  /** Where vehicles may stand. */
  readonly standing: readonly Polygon[];
}

/** Moving again for less than this is shaking of the box. */
const REST_SECONDS = 1;

/**
 * Vehicles that stand on a lane. Of several that stand one behind the other only the foremost is an incident: the others
 * wait for it, and are its queue.
 */
export class StoppedVehicles implements IncidentWatcher {
  readonly #options: StoppedOptions;
  readonly #incidents: ObjectIncidents;
  /** Who stands foremost in each lane, and since when it does: who waited behind another begins anew. */
  readonly #foremost = new Map<LaneId, { readonly track: number; readonly since: number }>();

  constructor(options: StoppedOptions) {
    this.#options = options;
    this.#incidents = new ObjectIncidents('stopped-vehicle', options.clearSeconds);
  }

  step({ lanes, vehicles, moment }: TrafficScene) {
    const suspects = lanes.flatMap((lane) => this.#suspect(lane, vehicles, moment.seconds));
    return this.#incidents.step(suspects, moment.seconds);
  }

  finish() {
    return this.#incidents.finish();
  }

  #suspect({ measured }: LaneMeter, vehicles: readonly VehicleTrajectory[], seconds: number): Suspect[] {
    const { lane } = measured;
    const [[ax, ay], [bx, by]] = lane.travel;
    /** How far ahead on the picture, in the driving direction. */
    const ahead = ({ last: { foot } }: VehicleTrajectory) =>
      (foot[0] - ax) * (bx - ax) + (foot[1] - ay) * (by - ay);
    const still = vehicles.filter(
      (one) =>
        one.laneId === lane.id &&
        seconds - one.restingSince >= REST_SECONDS &&
        measured.holds(one.last) &&
        !this.#options.standing.some((polygon) => isInside(polygon, one.last.foot)),
    );
    const [first] = still.toSorted((a, b) => ahead(b) - ahead(a));
    if (!first) {
      this.#foremost.delete(lane.id);
      return [];
    }
    const known = this.#foremost.get(lane.id);
    // The first that is seen to stand did not wait for anybody.
    const since = known ? (known.track === first.track ? known.since : seconds) : first.restingSince;
    this.#foremost.set(lane.id, { track: first.track, since });
    const { seconds: holdSeconds, atSignalSeconds } = this.#options;
    return [
      {
        object: first.object,
        laneId: lane.id,
        since: Math.max(since, first.restingSince),
        holdSeconds: lane.stopLine ? atSignalSeconds : holdSeconds,
        speedKmh: measured.ground ? 0 : null,
      },
    ];
  }
}
