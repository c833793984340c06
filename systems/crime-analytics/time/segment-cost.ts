/** What a stretch of a series costs when one level is to explain all of it: −2 log-likelihood, constants left out. */
export interface SegmentCost {
  readonly length: number;
  /** Steps `from` to `until` − 1. */
  readonly between: (from: number, until: number) => number;
  /** Counts over exposures in it. */
  readonly level: (from: number, until: number) => number;
}

/** Counts over exposures (days, times the season's factor) of steps. */
export interface ExposedCounts {
  readonly counts: ArrayLike<number>;
  readonly exposures: ArrayLike<number>;
}

/**
 * Costs in constant time, from running sums. Poisson: 2 (S − S log(S/E)). Negative binomial with a known size k, for
 * counts that are brought to the mean exposure: 2 ((S + n k) log(m + k) − S log m), with m = S/n.
 * @param size k: the variance is mean + mean² / k; infinite for Poisson
 */
export function segmentCost({ counts, exposures }: ExposedCounts, size: number): SegmentCost {
  const length = counts.length;
  const sums = new Float64Array(length + 1);
  const exposed = new Float64Array(length + 1);
  const scaled = new Float64Array(length + 1);
  for (let n = 0; n < length; n++) exposed[n + 1] = exposed[n]! + exposures[n]!;
  const meanExposure = exposed[length]! / length;
  for (let n = 0; n < length; n++) {
    sums[n + 1] = sums[n]! + counts[n]!;
    scaled[n + 1] = scaled[n]! + (counts[n]! * meanExposure) / exposures[n]!;
  }
  const poisson = (from: number, until: number) => {
    const sum = sums[until]! - sums[from]!;
    return sum > 0 ? 2 * (sum - sum * Math.log(sum / (exposed[until]! - exposed[from]!))) : 0;
  };
  const negativeBinomial = (from: number, until: number) => {
    const steps = until - from;
    const sum = scaled[until]! - scaled[from]!;
    const mean = sum / steps;
    return 2 * ((sum + steps * size) * Math.log((mean + size) / size) - (sum > 0 ? sum * Math.log(mean) : 0));
  };
  return {
    length,
    between: Number.isFinite(size) ? negativeBinomial : poisson,
    level: (from, until) => (sums[until]! - sums[from]!) / (exposed[until]! - exposed[from]!),
  };
}

/**
 * The size k of a negative binomial from neighbouring steps, whose differences hardly know of seasons, trends and changes:
 * half of the squared difference of two neighbours is m + m² / k on average. Infinite where they vary no more than
 * Poisson counts.
 */
export function sizeFromNeighbours({ counts, exposures }: ExposedCounts): number {
  let [excess, squares, mean] = [0, 0, 0];
  for (let n = 0; n < counts.length; n++) mean += exposures[n]! / counts.length;
  const scaled = (n: number) => (counts[n]! * mean) / exposures[n]!;
  for (let n = 1; n < counts.length; n++) {
    const [one, other] = [scaled(n - 1), scaled(n)];
    excess += (one - other) ** 2 / 2 - (one + other) / 2;
    // Neighbours are independent: their product is m² on average, which the square of their mean is not.
    squares += one * other;
  }
  return excess > 0 && squares > 0 ? squares / excess : Number.POSITIVE_INFINITY;
}
