import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { GroundPlane } from '@amaan/road/calibration/ground-plane';
import type { Place } from '@amaan/road/calibration/projective-map';
import { VEHICLE_LENGTH_M } from '@amaan/road/measuring/vehicle-length';
import type { WatchedVehicle } from './watched-vehicle.ts';

/** Widths in metres that vehicles of a class usually have. */
const WIDTH_M: Readonly<Record<VehicleClass, number>> = {
  bicycle: 0.6,
  motorcycle: 0.8,
  car: 1.8,
  truck: 2.5,
  bus: 2.5,
};
/** A step up the picture, as a share of its height, that shows which way one looks along the ground. */
const STEP = 0.01;

/**
 * Whether a vehicle is as wide as one of some classes rather than as any other: a track that went over from a lorry to a car
 * keeps the lorry's class for a while, but not its size. A box is as wide as what is seen of front and side together.
 *
 * @param axis unit vector of the vehicle's direction on the ground
 * @returns null where that cannot be told
 */
export function isBodyOf(
  classes: readonly VehicleClass[],
  { trajectory: { object, last } }: WatchedVehicle,
  axis: Place,
  plane: GroundPlane,
): boolean | null {
  const [x, y, width, height] = object.box;
  const [left, right] = [plane.toGround([x, y + height]), plane.toGround([x + width, y + height])];
  const [near, far] = [last.ground, plane.toGround([last.foot[0], last.foot[1] - STEP])];
  if (!left || !right || !near || !far) return null;
  const seen = Math.hypot(right[0] - left[0], right[1] - left[1]);
  const [dx, dy] = [far[0] - near[0], far[1] - near[1]];
  const way = Math.hypot(dx, dy);
  if (seen === 0 || way === 0) return null;
  const along = Math.abs(dx * axis[0] + dy * axis[1]) / way;
  const across = Math.abs(dx * axis[1] - dy * axis[0]) / way;
  const miss = (name: VehicleClass) =>
    Math.abs(Math.log(seen / (WIDTH_M[name] * along + VEHICLE_LENGTH_M[name] * across)));
  const all = Object.keys(WIDTH_M) as VehicleClass[];
  const [ours, others] = [classes, all.filter((name) => !classes.includes(name))];
  return others.length === 0 || Math.min(...ours.map(miss)) < Math.min(...others.map(miss));
}
