import { falseDiscoveryAdjusted } from '../autocorrelation/false-discovery.ts';
import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { betaProbability, betaQuantile } from '../distributions/beta-distribution.ts';

export interface PeriodComparisonQuestion {
  /** Incidents of each area in either period. */
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  /** How long the periods are. */
  readonly daysBefore: number;
  readonly daysAfter: number;
  /** Variance over mean of the counts, 1 or more: see `countDispersion`. 1 (Poisson) without it. */
  readonly dispersion?: number;
  /** Of the intervals; and 1 − level is the rate of false discoveries. 0.95 without it. */
  readonly level?: number;
}

/** How the incidents of one area changed from one period to another. */
export interface PeriodComparison {
  readonly before: number;
  readonly after: number;
  /** Rate after over rate before (per day); infinite when there were none before, NaN when there were none at all. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided, of no change; and after the rate of false discoveries among all areas is bounded. */
  readonly p: number;
  readonly q: number;
  readonly isSignificant: boolean;
}

export interface PeriodComparisons {
  readonly areas: readonly PeriodComparison[];
  /** All areas together; its q is its p. */
  readonly total: PeriodComparison;
}

/**
 * Compares two periods area by area. Given an area's incidents in both together, those after are binomial: the interval
 * is the exact one of C. J. Clopper and E. S. Pearson (Biometrika 26 (1934), 404–413), turned into a ratio of rates; the
 * p-value is twice the smaller tail, which agrees with the interval (M. P. Fay, The R Journal 2/1 (2010), 53–58). With a
 * dispersion above 1 counts are worth that many times less. Areas are judged together by the rate of false discoveries.
 *
 * Seasons are not taken out: compare the same months.
 * @throws CrimeAnalyticsError `PERIODS_INVALID`
 */
export function comparePeriods(question: PeriodComparisonQuestion): PeriodComparisons {
  const { before, after, daysBefore, daysAfter, dispersion = 1, level = 0.95 } = question;
  if (!(daysBefore > 0 && daysAfter > 0 && before.length === after.length)) {
    throw new CrimeAnalyticsError(
      'PERIODS_INVALID',
      'Both periods must last a while and have the same areas.',
    );
  }
  const spread = Math.max(1, dispersion);
  const compare = (countBefore: number, countAfter: number) =>
    compareCounts({
      before: countBefore,
      after: countAfter,
      timesLonger: daysAfter / daysBefore,
      spread,
      level,
    });
  const single = Array.from(before, (count, area) => compare(count, after[area]!));
  // An area without incidents tests nothing, and must not make the others harder to find.
  const q = falseDiscoveryAdjusted(
    single.map(({ before, after, p }) => (before + after > 0 ? p : Number.NaN)),
  );
  const sum = (counts: ArrayLike<number>) => Array.from(counts).reduce((total, count) => total + count, 0);
  const total = compare(sum(before), sum(after));
  return {
    areas: single.map((one, area) => judged(one, Number.isNaN(q[area]) ? 1 : q[area]!, level)),
    total: judged(total, total.p, level),
  };
}

/**
 * Variance over mean of counts by step, pooled over series (areas, periods), each about its own mean: Pearson's X² over the
 * degrees of freedom, at least 1. Give it weeks within a period: incidents that cluster make it larger than 1.
 */
export function countDispersion(series: readonly ArrayLike<number>[]): number {
  let [squares, freedom] = [0, 0];
  for (const counts of series) {
    const mean = Array.from(counts).reduce((sum, count) => sum + count, 0) / counts.length;
    if (!(mean > 0)) continue;
    for (let n = 0; n < counts.length; n++) squares += (counts[n]! - mean) ** 2 / mean;
    freedom += counts.length - 1;
  }
  return freedom > 0 ? Math.max(1, squares / freedom) : 1;
}

interface Counts {
  readonly before: number;
  readonly after: number;
  readonly timesLonger: number;
  readonly spread: number;
  readonly level: number;
}

function compareCounts({ before, after, timesLonger, spread, level }: Counts) {
  const [first, second] = [before / spread, after / spread];
  const toRatio = (share: number) =>
    share >= 1 ? Number.POSITIVE_INFINITY : share / (1 - share) / timesLonger;
  const tail = (1 - level) / 2;
  // The share of all that is expected after, were there no change.
  const fair = timesLonger / (1 + timesLonger);
  // P(that many or more), P(that many or fewer), for any counts: both are tails of beta distributions.
  const more = second > 0 ? betaProbability(fair, second, first + 1) : 1;
  const fewer = first > 0 ? 1 - betaProbability(fair, second + 1, first) : 1;
  return {
    before,
    after,
    ratio: after / before / timesLonger,
    low: second > 0 ? toRatio(betaQuantile(tail, second, first + 1)) : 0,
    high: first > 0 ? toRatio(betaQuantile(1 - tail, second + 1, first)) : Number.POSITIVE_INFINITY,
    p: before + after > 0 ? Math.min(1, 2 * Math.min(more, fewer)) : 1,
  };
}

function judged(
  one: Omit<PeriodComparison, 'q' | 'isSignificant'>,
  q: number,
  level: number,
): PeriodComparison {
  return { ...one, q, isSignificant: q <= 1 - level };
}
