import type { Figure } from '@amaan/contracts/monitoring';
import { rankInterval } from '../quantile.ts';
import type { RankedGroup } from './select-ranks.ts';

/** The ranks, from 1, of a quantile (nearest rank) and of the ends of its interval from order statistics: see `rankInterval`. */
export function quantileRanks(
  count: number,
  fraction: number,
  z?: number,
): { value: number; low: number; high: number } {
  const within = (rank: number) => Math.min(count, Math.max(1, rank));
  const [low, high] = rankInterval(count, fraction, z);
  return { value: within(Math.ceil(fraction * count)), low: within(low), high: within(high) };
}

/**
 * A quantile with its interval, of values of which some ranks were selected.
 * @param needed with fewer nothing is said
 * @param z left out: at 95 %
 */
export function quantileOfRanked(ranked: RankedGroup, fraction: number, needed: number, z?: number): Figure {
  const { count } = ranked;
  if (count < needed) return { state: 'not-enough-data', count, needed };
  const { value, low, high } = quantileRanks(count, fraction, z);
  return { state: 'known', value: ranked.at(value), low: ranked.at(low), high: ranked.at(high), count };
}

/** The same of values in rising order. */
export function quantileOfValues(
  sorted: ArrayLike<number>,
  fraction: number,
  needed: number,
  z?: number,
): Figure {
  return quantileOfRanked({ count: sorted.length, at: (rank) => sorted[rank - 1]! }, fraction, needed, z);
}
