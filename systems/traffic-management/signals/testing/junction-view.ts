import type { Junction } from '@amaan/contracts/traffic/junction';
import type { JunctionView, SeenVehicle } from '../controller.ts';

/** A vehicle so far before the stop line; it stands unless it is given a speed. */
export function vehicleAt(distance: number, speed = 0): SeenVehicle {
  return { track: `${distance}`, distance, speed, isUpstream: false };
}

/** What is seen of a junction: nothing but what a test says. */
export function junctionView(
  junction: Junction,
  stage: string,
  lanes: Readonly<Record<string, readonly SeenVehicle[]>> = {},
  standingOnExits: Readonly<Record<string, number>> = {},
): JunctionView {
  return {
    lanes: junction.lanes.map(({ id }) => {
      return { lane: id, vehicles: lanes[id] ?? [], departed: 0, isOccupied: false };
    }),
    exits: junction.exits.map(({ id }) => {
      const standing = standingOnExits[id] ?? 0;
      return { lane: id, vehicles: standing, standing };
    }),
    slowInside: 0,
    range: 200,
    stage,
    greenFor: 10,
    earliestChange: junction.stages.map(() => 0),
  };
}
