/** A fitted log-linear rate: `exp(intercept + Σ coefficients × standardised features)`. */
export interface PoissonRidge {
  readonly predict: (features: readonly Float64Array[], row: number) => number;
  readonly coefficients: Float64Array;
}

const ROUNDS = 40;

/**
 * Poisson regression with a ridge penalty on standardised features, by Newton's method with halved steps (P. McCullagh and
 * J. A. Nelder, Generalized Linear Models, 1989, chapter 6; the penalty as in A. E. Hoerl and R. W. Kennard, Technometrics
 * 12 (1970), 55–67).
 *
 * @param features Columns, each with a value a row
 * @param counts What was seen in each row
 * @param ridge Penalty of half of it times the square of each coefficient; the intercept is free
 */
export function poissonRidge(
  features: readonly Float64Array[],
  counts: Float64Array,
  ridge: number,
): PoissonRidge {
  const scales = features.map(meanAndDeviation);
  const columns = features.map((column, n) =>
    column.map((value) => (value - scales[n]!.mean) / scales[n]!.deviation),
  );
  const size = columns.length + 1;
  let total = 0;
  for (const count of counts) total += count;
  let beta = new Float64Array(size);
  beta[0] = Math.log(Math.max(total, 0.5) / counts.length);
  const penalty = (n: number) => (n === 0 ? 0 : ridge);
  const linear = (at: Float64Array, row: number): number => {
    let sum = at[0]!;
    for (let n = 1; n < size; n += 1) sum += at[n]! * columns[n - 1]![row]!;
    // A rate of e³⁰ is only ever met on the way of a step that is too long.
    return Math.min(sum, 30);
  };
  const loss = (at: Float64Array): number => {
    let sum = 0;
    for (let row = 0; row < counts.length; row += 1) {
      const eta = linear(at, row);
      sum += Math.exp(eta) - counts[row]! * eta;
    }
    for (let n = 1; n < size; n += 1) sum += 0.5 * ridge * at[n]! ** 2;
    return sum;
  };
  let current = loss(beta);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = beta.map((value, n) => penalty(n) * value);
    const hessian = Array.from({ length: size }, (_, n) => {
      const row = new Float64Array(size);
      row[n] = penalty(n) + 1e-9;
      return row;
    });
    for (let row = 0; row < counts.length; row += 1) {
      const mean = Math.exp(linear(beta, row));
      const residual = mean - counts[row]!;
      for (let a = 0; a < size; a += 1) {
        const za = a === 0 ? 1 : columns[a - 1]![row]!;
        gradient[a]! += residual * za;
        const weighted = mean * za;
        const line = hessian[a]!;
        for (let b = 0; b <= a; b += 1) line[b]! += weighted * (b === 0 ? 1 : columns[b - 1]![row]!);
      }
    }
    const step = solvePositive(hessian, gradient);
    let [length, next, better] = [1, beta, current];
    for (; length > 1e-4; length /= 2) {
      next = beta.map((value, n) => value - length * step[n]!);
      better = loss(next);
      if (better < current) break;
    }
    if (!(current - better > 1e-8 * Math.abs(current))) break;
    beta = next;
    current = better;
  }
  return {
    coefficients: beta,
    predict: (rows, row) => {
      let sum = beta[0]!;
      for (let n = 0; n < rows.length; n += 1)
        sum += (beta[n + 1]! * (rows[n]![row]! - scales[n]!.mean)) / scales[n]!.deviation;
      return Math.exp(Math.min(sum, 30));
    },
  };
}

function meanAndDeviation(values: Float64Array): { readonly mean: number; readonly deviation: number } {
  let [sum, squares] = [0, 0];
  for (const value of values) sum += value;
  const mean = sum / values.length;
  for (const value of values) squares += (value - mean) ** 2;
  const deviation = Math.sqrt(squares / values.length);
  // A column that never changes says nothing and must not be divided by its deviation.
  return { mean, deviation: deviation > 1e-12 ? deviation : 1 };
}

/** Solves A x = b by Cholesky's decomposition. @param lower Lower triangle of A, positive definite; overwritten */
function solvePositive(lower: Float64Array[], b: Float64Array): Float64Array {
  const size = b.length;
  for (let a = 0; a < size; a += 1)
    for (let c = 0; c <= a; c += 1) {
      let sum = lower[a]![c]!;
      for (let k = 0; k < c; k += 1) sum -= lower[a]![k]! * lower[c]![k]!;
      lower[a]![c] = a === c ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[c]![c]!;
    }
  const x = Float64Array.from(b);
  for (let a = 0; a < size; a += 1) {
    for (let k = 0; k < a; k += 1) x[a]! -= lower[a]![k]! * x[k]!;
    x[a]! /= lower[a]![a]!;
  }
  for (let a = size - 1; a >= 0; a -= 1) {
    for (let k = a + 1; k < size; k += 1) x[a]! -= lower[k]![a]! * x[k]!;
    x[a]! /= lower[a]![a]!;
  }
  return x;
}
