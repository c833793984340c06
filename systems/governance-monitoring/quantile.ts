import type { Histogram } from '@amaan/contracts/monitoring';
import { numericBins, totalOf } from './bins.ts';
import { type Interval, Z_95 } from './wilson-interval.ts';

/**
 * A quantile of what a histogram holds (nearest rank), or null when it is empty.
 * @param representative the value that stands for a bin
 */
export function quantile(
  histogram: Histogram,
  fraction: number,
  representative: (bin: number) => number,
): number | null {
  const total = totalOf(histogram);
  if (total === 0) return null;
  return valueAtRank(histogram, Math.ceil(fraction * total), representative);
}

/**
 * The interval of a quantile at 95 %, from the ranks between which it lies whatever the distribution is: of n
 * values the number below the p-quantile is binomial, here in its normal approximation.
 *
 * Source: W. J. Conover, Practical Nonparametric Statistics, 3rd ed. (1999), section 3.2; H. A. David and H. N.
 * Nagaraja, Order Statistics, 3rd ed. (2003), section 7.1.
 */
export function quantileInterval(
  histogram: Histogram,
  fraction: number,
  representative: (bin: number) => number,
): Interval | null {
  const total = totalOf(histogram);
  if (total === 0) return null;
  const [low, high] = rankInterval(total, fraction);
  return {
    low: valueAtRank(histogram, low, representative),
    high: valueAtRank(histogram, high, representative),
  };
}

/**
 * Ranks, counted from 1, between which the quantile lies.
 * @param z of the normal distribution, two-sided; left out: with 95 %
 */
export function rankInterval(total: number, fraction: number, z = Z_95): [number, number] {
  const reach = z * Math.sqrt(total * fraction * (1 - fraction));
  const within = (rank: number) => Math.min(total, Math.max(1, rank));
  return [within(Math.floor(total * fraction - reach)), within(Math.ceil(total * fraction + reach) + 1)];
}

function valueAtRank(histogram: Histogram, rank: number, representative: (bin: number) => number): number {
  let seen = 0;
  let last = 0;
  for (const { bin, count } of numericBins(histogram)) {
    seen += count;
    last = bin;
    if (seen >= Math.max(1, rank)) break;
  }
  return representative(last);
}
