/**
 * Probability that a standard normal variable exceeds z.
 *
 * Source: the continued fraction and series of the error function in M. Abramowitz and I. A. Stegun, *Handbook of
 * Mathematical Functions* (1964), 7.1.5 and 7.1.14; relative error below 10⁻¹², also far out in the tail.
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  return z < 0 ? 1 - upperTail(-z) : upperTail(z);
}

/** Probability of a standard normal variable at least as far from 0 as z. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * upperTail(Math.abs(z)));
}

function upperTail(z: number): number {
  if (!(z < Infinity)) return Number.isNaN(z) ? Number.NaN : 0;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    // Φ(z) = ½ + φ(z) (z + z³/3 + z⁵/(3·5) + …)
    let term = z;
    let sum = z;
    for (let n = 3; term > sum * 1e-17; n += 2) {
      term *= (z * z) / n;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  // φ(z) / (z + 1/(z + 2/(z + 3/(z + …))))
  let fraction = z;
  for (let n = 120; n >= 1; n -= 1) fraction = z + n / fraction;
  return density / fraction;
}
