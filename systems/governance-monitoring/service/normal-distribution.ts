/**
 * Quantile of the standard normal distribution, to 1e-12: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.2.23,
 * made exact by steps of Newton's method.
 *
 * @throws RangeError unless 0 < p < 1
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`${p} is no probability between 0 and 1.`);
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(tail));
  let z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t ** 2) /
      (1 + 1.432788 * t + 0.189269 * t ** 2 + 0.001308 * t ** 3);
  for (let step = 0; step < 4; step++) z += (upperTail(z) - tail) / density(z);
  return p < 0.5 ? -z : z;
}

/** Probability of more than z: by its series (Abramowitz and Stegun 26.2.11), far out by its continued fraction (26.2.14). */
export function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z);
  if (z > 3) {
    let fraction = 0;
    for (let k = 100; k >= 1; k--) fraction = k / (z + fraction);
    return density(z) / (z + fraction);
  }
  let term = z;
  let total = z;
  for (let k = 1; term > 1e-17; k++) {
    term *= (z * z) / (2 * k + 1);
    total += term;
  }
  return 0.5 - density(z) * total;
}

/** Probability of `count` or more where `mean` are expected (Poisson), summed term by term. */
export function poissonTail(count: number, mean: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  let logTerm = -mean;
  for (let k = 1; k <= count; k++) logTerm += Math.log(mean / k);
  let total = 0;
  let term = Math.exp(logTerm);
  for (let k = count; term > total * 1e-16 || k < mean; k++) {
    total += term;
    term *= mean / (k + 1);
  }
  return Math.min(1, total);
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}
