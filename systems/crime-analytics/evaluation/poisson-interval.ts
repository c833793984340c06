import { logGamma } from '../distributions/log-gamma.ts';
import type { Interval } from './forecast-score.ts';

/**
 * The exact 95 % interval of the mean of a Poisson variable that was seen once (F. Garwood, Biometrika 28 (1936), 437–442).
 */
export function poissonInterval(count: number): Interval {
  return [count === 0 ? 0 : solve(count, 0.025), solve(count + 1, 0.975)];
}

/** The mean at which `shape` or more are seen with a probability: the quantile of a gamma distribution, by halving. */
function solve(shape: number, probability: number): number {
  let [low, high] = [0, shape + 10 * Math.sqrt(shape) + 20];
  for (let round = 0; round < 100 && high - low > 1e-10 * high; round += 1) {
    const middle = (low + high) / 2;
    if (regularisedGamma(shape, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * P(a, x), the lower regularised incomplete gamma function: its series, or Legendre's continued fraction for the upper one
 * (M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 6.5.29 and 6.5.31).
 */
function regularisedGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = a + 1; term > sum * 1e-16; n += 1) {
      term *= x / n;
      sum += term;
    }
    return front * sum;
  }
  // Evaluated from the front by Lentz's method.
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 1000; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return 1 - front * fraction;
}
