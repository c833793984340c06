import { CrimeAnalyticsError } from '../crime-analytics-error.ts';

/** What the formulas of this room need of the values of all places. */
export interface SampleMoments {
  readonly mean: number;
  /** Deviations from the mean. */
  readonly deviations: Float64Array;
  /** Sum of their squares. */
  readonly squares: number;
  /** Their fourth moment over the square of their second: 3 for a normal distribution. */
  readonly kurtosis: number;
}

/**
 * @throws CrimeAnalyticsError `TOO_FEW_PLACES` below four, which the variances under randomisation need; `VALUE_INVALID`
 * for a value that is no number; `NO_VARIATION` where all values are equal, so that nothing can lie together
 */
export function sampleMoments(values: ArrayLike<number>): SampleMoments {
  const n = values.length;
  if (n < 4)
    throw new CrimeAnalyticsError('TOO_FEW_PLACES', `At least 4 places are needed, and there are ${n}.`);
  let [mean, least, most] = [0, Infinity, -Infinity];
  for (let at = 0; at < n; at += 1) {
    const value = values[at]!;
    if (!Number.isFinite(value))
      throw new CrimeAnalyticsError('VALUE_INVALID', `The value of place ${at + 1} is not a number.`);
    mean += value / n;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (least === most)
    throw new CrimeAnalyticsError(
      'NO_VARIATION',
      'All places have the same value, so nothing can be said of where high ones lie together.',
    );
  const deviations = Float64Array.from(values, (value) => value - mean);
  let [squares, fourth] = [0, 0];
  for (const deviation of deviations) {
    squares += deviation ** 2;
    fourth += deviation ** 4;
  }
  return { mean, deviations, squares, kurtosis: (n * fourth) / squares ** 2 };
}
