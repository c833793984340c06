import type { LineSegment } from '@amaan/contracts/geometry';
import { sideOf } from '@amaan/vision/tracking/picture-geometry';
import type { VehicleTrajectory } from './vehicle-trajectory.ts';

/**
 * When the foot point went over a line, in seconds of the stream: between the last two sights on different sides of it, by
 * the share of the way. The time of the last sight where it is not known better.
 */
export function crossingTime({ sights }: Pick<VehicleTrajectory, 'sights'>, line: LineSegment): number {
  for (let index = sights.length - 1; index > 0; index--) {
    const [before, after] = [sights[index - 1]!, sights[index]!];
    const [from, to] = [sideOf(line, before.foot), sideOf(line, after.foot)];
    if (from * to <= 0 && from !== to)
      return before.seconds + (from / (from - to)) * (after.seconds - before.seconds);
  }
  return sights.at(-1)!.seconds;
}
