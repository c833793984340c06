import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import type { Kernel } from './kernel.ts';

/** √8 times a Gaussian's: then both kernels have the same standard deviation along each axis. */
const WIDER: Readonly<Record<Kernel, number>> = { gaussian: 1, quartic: Math.sqrt(8) };

/**
 * A bandwidth to begin with: Scott's rule for a plane, n^(−1/6) times the standard deviation (geometric mean of both
 * axes), √8 times that for the quartic kernel. It is made for one round cloud of places; a city with several centres
 * mostly wants less.
 *
 * Source: D. W. Scott, *Multivariate Density Estimation* (1992), equation 6.42; the same as `bw.scott.iso` of R's
 * `spatstat`.
 * @throws CrimeAnalyticsError `NO_INCIDENTS`, `NO_VARIATION` where all lie in one place or on a line along an axis
 */
export function suggestBandwidth(x: ArrayLike<number>, y: ArrayLike<number>, kernel: Kernel): number {
  if (x.length < 2)
    throw new CrimeAnalyticsError('NO_INCIDENTS', 'A bandwidth can be suggested from two incidents on.');
  const deviation = (variance(x) * variance(y)) ** 0.25;
  if (deviation === 0)
    throw new CrimeAnalyticsError(
      'NO_VARIATION',
      'All incidents lie in one place or on one line; choose a bandwidth.',
    );
  return WIDER[kernel] * deviation * x.length ** (-1 / 6);
}

function variance(values: ArrayLike<number>): number {
  let [mean, squares] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const change = values[at]! - mean;
    mean += change / (at + 1);
    squares += change * (values[at]! - mean);
  }
  return squares / (values.length - 1);
}
