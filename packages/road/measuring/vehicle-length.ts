import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';

/**
 * Lengths in metres that vehicles of a class usually have: one picture does not show how far a vehicle reaches behind what
 * is seen of it. They matter for occupancy, gaps and the end of a queue, not for counts and speeds.
 */
export const VEHICLE_LENGTH_M: Readonly<Record<VehicleClass, number>> = {
  bicycle: 1.8,
  motorcycle: 2.1,
  car: 4.3,
  truck: 8,
  bus: 11,
};
