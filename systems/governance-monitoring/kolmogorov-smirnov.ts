import type { Histogram } from '@amaan/contracts/monitoring';
import { numericBins, totalOf } from './bins.ts';
import type { Interval } from './wilson-interval.ts';

export interface KolmogorovSmirnov {
  /** The largest distance between the two distribution functions, 0 to 1. */
  readonly distance: number;
  /** How likely such a distance is when both come from one distribution. */
  readonly p: number;
}

/**
 * The two-sample test of Kolmogorov and Smirnov on two histograms with the same bins. Binning hides what happens
 * within a bin, so the distance is never too large and p never too small. Samples of one camera resemble each
 * other, so p is an ordering and not a proof: a rule on the distance asks for its interval, and for three evaluations.
 *
 * Source: N. Smirnov, "Table for estimating the goodness of fit of empirical distributions", Ann. Math. Stat. 19
 * (1948) 279–281; the correction for finite samples is that of M. A. Stephens, JRSS B 32 (1970) 115–122.
 *
 * @returns null when one of them is empty
 */
export function kolmogorovSmirnov(first: Histogram, second: Histogram): KolmogorovSmirnov | null {
  const [n, m] = [totalOf(first), totalOf(second)];
  if (n === 0 || m === 0) return null;
  const bins = numericBins({ ...first, ...second });
  let [one, two, distance] = [0, 0, 0];
  for (const { bin } of bins) {
    one += (first[bin] ?? 0) / n;
    two += (second[bin] ?? 0) / m;
    distance = Math.max(distance, Math.abs(one - two));
  }
  const root = Math.sqrt((n * m) / (n + m));
  return { distance, p: kolmogorovTail((root + 0.12 + 0.11 / root) * distance) };
}

/**
 * The interval of the distance at 95 %: each empirical distribution function is within √(ln(2/α) / 2n) of its own
 * with 1 − α, so with α = 0.025 for each both are with 95 %, and the distance is off by their sum at most. It is wide
 * rather than narrow.
 *
 * Source: A. Dvoretzky, J. Kiefer, J. Wolfowitz, Ann. Math. Stat. 27 (1956) 642–669, with the constant of P. Massart,
 * Ann. Probab. 18 (1990) 1269–1283.
 */
export function distanceInterval(distance: number, n: number, m: number): Interval {
  const reach = (count: number) => Math.sqrt(Math.log(2 / 0.025) / (2 * count));
  const off = reach(n) + reach(m);
  return { low: Math.max(0, distance - off), high: Math.min(1, distance + off) };
}

/** Q(λ) = 2 Σ (−1)^(j−1) exp(−2 j² λ²), the probability that Kolmogorov's statistic exceeds λ. */
export function kolmogorovTail(lambda: number): number {
  // The series does not converge near 0, where the probability is 1 to ten digits.
  if (lambda < 0.2) return 1;
  let sum = 0;
  for (let j = 1; j <= 100; j++) {
    const term = Math.exp(-2 * j * j * lambda * lambda);
    sum += j % 2 === 1 ? term : -term;
    if (term < 1e-16) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}
