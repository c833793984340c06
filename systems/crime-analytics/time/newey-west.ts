/**
 * Covariance of the coefficients of a Poisson regression that holds when neighbouring counts are correlated and vary as
 * they like: bread · meat · bread, the meat from the scores of each count and their products with those up to L later, with
 * Bartlett weights; L = ⌊4 (n/100)^(2/9)⌋.
 *
 * Source: W. K. Newey and K. D. West, A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent
 * covariance matrix, Econometrica 55 (1987), 703–708; L: the same, Review of Economic Studies 61 (1994), 631–653.
 *
 * @param columns As given to the regression, without the constant
 * @param bread (XᵀWX)⁻¹, row by row
 * @returns row by row, the constant first
 */
export function neweyWestCovariance(
  counts: Float64Array,
  columns: readonly Float64Array[],
  fitted: Float64Array,
  bread: Float64Array,
): Float64Array {
  const size = columns.length + 1;
  const steps = counts.length;
  const score = (n: number, k: number) => (k === 0 ? 1 : columns[k - 1]![n]!) * (counts[n]! - fitted[n]!);
  const lags = Math.floor(4 * (steps / 100) ** (2 / 9));
  const meat = new Float64Array(size * size);
  for (let lag = 0; lag <= lags; lag++) {
    const weight = 1 - lag / (lags + 1);
    for (let n = lag; n < steps; n++) {
      for (let j = 0; j < size; j++) {
        for (let k = 0; k < size; k++) {
          const product = weight * score(n, j) * score(n - lag, k);
          meat[j * size + k]! += product;
          if (lag > 0) meat[k * size + j]! += product;
        }
      }
    }
  }
  return multiply(multiply(bread, meat, size), bread, size);
}

function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      for (let k = 0; k < size; k++)
        product[row * size + column]! += a[row * size + k]! * b[k * size + column]!;
    }
  }
  return product;
}
