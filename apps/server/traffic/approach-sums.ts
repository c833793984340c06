import type { LaneSums } from '@amaan/contracts/traffic/lane-measures';
import { addLaneSums } from '@amaan/traffic-management/measuring/lane-sums';

/**
 * The sums of lanes side by side, over the same time: vehicles of all lanes in the time that one of them was watched, as
 * if they were one road. What is a share of a lane (occupancy) is their mean; density is of the whole carriageway. Mean
 * delay is weighted by vehicles, as the Highway Capacity Manual has it for an approach of several lane groups.
 *
 * @param lanes at least one
 */
export function approachSums(lanes: readonly LaneSums[]): LaneSums {
  const sums = lanes.reduce(addLaneSums);
  const mean = (sum: number) => Math.round(sum / lanes.length);
  return {
    ...sums,
    observedMs: Math.max(...lanes.map(({ observedMs }) => observedMs)),
    occupiedMs: mean(sums.occupiedMs),
    areaMetreMs: mean(sums.areaMetreMs),
    queueWatchedMs: mean(sums.queueWatchedMs),
  };
}
