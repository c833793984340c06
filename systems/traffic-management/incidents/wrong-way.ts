import type { MeasuredLane } from '@amaan/road/measuring/measured-lane';
import type { VehicleTrajectory } from '@amaan/road/measuring/vehicle-trajectory';
import type { IncidentWatcher, TrafficScene } from './incident-watcher.ts';
import { ObjectIncidents, type Suspect } from './object-incidents.ts';

export interface WrongWayOptions {
  readonly kmh: number;
  readonly metres: number;
  readonly clearSeconds: number;
}

/** Without a calibration: how far back, in sizes of its own box, and over how many sights. */
const BOXES = 2;
const LEAST_SIGHTS = 4;
/** Standard errors by which a speed must be backwards. */
const SURE = 2;

/** Vehicles that drive on a lane against its direction, by so much that no box and no reversing into a gap explains it. */
export class WrongWay implements IncidentWatcher {
  readonly #options: WrongWayOptions;
  readonly #incidents: ObjectIncidents;

  constructor(options: WrongWayOptions) {
    this.#options = options;
    this.#incidents = new ObjectIncidents('wrong-way', options.clearSeconds);
  }

  step({ lanes, vehicles, moment }: TrafficScene) {
    const suspects = lanes.flatMap(({ measured }) =>
      vehicles
        .filter((one) => one.laneId === measured.lane.id)
        .flatMap((one) => this.#suspect(measured, one)),
    );
    return this.#incidents.step(suspects, moment.seconds);
  }

  finish() {
    return this.#incidents.finish();
  }

  #suspect(measured: MeasuredLane, trajectory: VehicleTrajectory): Suspect[] {
    // Nearly all drive as they should: nothing more is worked out for them.
    const before = trajectory.sights.at(-LEAST_SIGHTS);
    if (!before || isAhead(measured, before.foot, trajectory.last.foot)) return [];
    const here = trajectory.sights.filter((sight) => measured.holds(sight));
    // All of its sights on this lane: one that slips in from beside it is judged by what it does there.
    if (here.length < LEAST_SIGHTS || here.at(-1) !== trajectory.last) return [];
    const { metres, kmh } = this.#options;
    const places = here.map((sight) => measured.along(sight));
    const isOnGround = places.every((place) => place !== null);
    const ways = isOnGround ? places : here.map(({ foot }) => boxesAlong(measured, trajectory, foot));
    const furthest = ways.indexOf(Math.max(...ways));
    const back = ways[furthest]! - ways.at(-1)!;
    const speed = measured.recentSpeed(trajectory);
    if (back < (isOnGround ? metres : BOXES) || here.length - furthest < LEAST_SIGHTS) return [];
    if (isOnGround && (!speed || 3.6 * (speed.metresPerSecond + SURE * speed.error) > -kmh)) return [];
    return [
      {
        object: trajectory.object,
        laneId: measured.lane.id,
        since: here[furthest]!.seconds,
        holdSeconds: 0,
        speedKmh: speed && -3.6 * speed.metresPerSecond,
      },
    ];
  }
}

/** Whether a lane's direction leads from the first place on the picture to the second, or none does. */
function isAhead(
  { lane }: MeasuredLane,
  from: readonly [number, number],
  to: readonly [number, number],
): boolean {
  const [[ax, ay], [bx, by]] = lane.travel;
  return (to[0] - from[0]) * (bx - ax) + (to[1] - from[1]) * (by - ay) >= 0;
}

/** Way along a lane's direction on the picture in sizes of the vehicle's box. */
function boxesAlong(
  { lane }: MeasuredLane,
  { object }: VehicleTrajectory,
  [x, y]: readonly [number, number],
): number {
  const [[ax, ay], [bx, by]] = lane.travel;
  const [, , width, height] = object.box;
  const length = Math.hypot((bx - ax) / width, (by - ay) / height);
  return ((x / width) * ((bx - ax) / width) + (y / height) * ((by - ay) / height)) / length;
}
