import type { Figure } from '@amaan/contracts/monitoring';
import { rankInterval } from '../quantile.ts';

/**
 * A quantile of values (nearest rank) with its interval from order statistics: see `rankInterval`.
 * @param sorted in rising order
 * @param needed with fewer nothing is said
 * @param z left out: at 95 %
 */
export function quantileOfValues(
  sorted: ArrayLike<number>,
  fraction: number,
  needed: number,
  z?: number,
): Figure {
  const count = sorted.length;
  if (count < needed) return { state: 'not-enough-data', count, needed };
  const [low, high] = rankInterval(count, fraction, z);
  const at = (rank: number) => sorted[Math.min(count, Math.max(1, rank)) - 1]!;
  return { state: 'known', value: at(Math.ceil(fraction * count)), low: at(low), high: at(high), count };
}
