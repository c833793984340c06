import type { NearPairs } from './near-pairs.ts';
import type { DayLanes } from './packed-days.ts';

/**
 * Counts listed pairs by band of distance and of days, for as many replicas as there are lanes.
 *
 * Nearly all of the time goes into asking of each pair whether it is near in time. One in ten is, at random, which no
 * processor guesses: so the inner loop asks without a branch, writes every pair down, and goes on to the next place only
 * after one that counts in some lane. `reach + a − b` and `reach − a + b` are both at least 0 where it does; adding the
 * free bit of the lane first keeps lanes apart and leaves it set for those.
 * @param packed days of each incident
 * @param bandOfDays of each difference in days that counts: 0 … reach
 * @returns counts by lane × band of distance × band of days
 */
export function countListedPairs(
  { start, partner, band }: NearPairs,
  packed: Int32Array,
  { count, bits }: DayLanes,
  bandOfDays: Uint8Array,
  shape: { readonly metreBands: number; readonly dayBands: number },
): Int32Array {
  const { dayBands } = shape;
  const cells = shape.metreBands * dayBands;
  const counts = new Int32Array(count * cells);
  const reach = bandOfDays.length - 1;
  const free = 1 << (bits - 1);
  const laneMask = 2 ** bits - 1;
  // What is too far counts as 0 in the first band, which is quicker than to ask whether to count it.
  const bandOrFirst = new Uint8Array(free);
  bandOrFirst.set(bandOfDays);
  let [allFree, offset] = [0, 0];
  for (let lane = 0; lane < count; lane += 1) {
    allFree |= free << (bits * lane);
    offset |= (free + reach) << (bits * lane);
  }
  const found = new Int32Array(longest(start) + 1);
  for (let incident = 0; incident + 1 < start.length; incident += 1) {
    const own = packed[incident]!;
    const [above, below] = [(offset + own) | 0, (offset - own) | 0];
    const end = start[incident + 1]!;
    let hits = 0;
    for (let pair = start[incident]!; pair < end; pair += 1) {
      const other = packed[partner[pair]!]!;
      const near = (above - other) & (below + other) & allFree;
      found[hits] = pair;
      hits += (near | -near) >>> 31;
    }
    for (let hit = 0; hit < hits; hit += 1) {
      const pair = found[hit]!;
      const other = packed[partner[pair]!]!;
      const near = (above - other) & (below + other) & allFree;
      const row = band[pair]! * dayBands;
      for (let lane = 0, shift = 0; lane < count; lane += 1, shift += bits) {
        const apart = Math.abs(((own >>> shift) & laneMask) - ((other >>> shift) & laneMask));
        counts[lane * cells + row + bandOrFirst[apart]!]! += (near >>> (shift + bits - 1)) & 1;
      }
    }
  }
  return counts;
}

function longest(start: Int32Array): number {
  let most = 0;
  for (let at = 0; at + 1 < start.length; at += 1) most = Math.max(most, start[at + 1]! - start[at]!);
  return most;
}
