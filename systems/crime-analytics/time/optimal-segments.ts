import type { SegmentCost } from './segment-cost.ts';

/**
 * Where the levels of a series begin (0 left out) when the sum of the segments' costs and of a penalty for each is to be the
 * least of all possible ones: PELT, which finds the same as trying them all.
 *
 * Source: R. Killick, P. Fearnhead and I. A. Eckley, Optimal detection of changepoints with a linear computational cost,
 * Journal of the American Statistical Association 107 (2012), 1590–1598.
 * @param minimum Steps of a segment at least
 */
export function optimalSegments(
  { length, between }: SegmentCost,
  penalty: number,
  minimum: number,
): number[] {
  const least = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const last = new Int32Array(length + 1);
  least[0] = -penalty;
  let candidates: number[] = [];
  for (let until = minimum; until <= length; until++) {
    candidates.push(until - minimum);
    const costs = candidates.map((from) => least[from]! + between(from, until));
    for (const [n, from] of candidates.entries()) {
      if (costs[n]! + penalty < least[until]!) {
        least[until] = costs[n]! + penalty;
        last[until] = from;
      }
    }
    // A beginning that has fallen behind even without its penalty is never the best one again.
    candidates = candidates.filter((_, n) => costs[n]! <= least[until]!);
  }
  const begins: number[] = [];
  for (let at = last[length]!; at > 0; at = last[at]!) begins.unshift(at);
  return begins;
}
