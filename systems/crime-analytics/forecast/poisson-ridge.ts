import { poissonRegression, predictCounts } from '../regression/poisson-regression.ts';

/** A fitted log-linear rate: `exp(intercept + Σ coefficients × standardised features)`. */
export interface PoissonRidge {
  /** Expected counts of rows of features, which the regression need not have seen. */
  readonly predict: (features: readonly Float64Array[]) => Float64Array;
  readonly coefficients: Float64Array;
}

/**
 * Poisson regression with a ridge penalty on standardised features (A. E. Hoerl and R. W. Kennard, Technometrics 12 (1970),
 * 55–67), which puts them on one scale.
 *
 * @param features Columns, each with a value a row
 * @param counts What was seen in each row; where nothing was, nothing is expected
 * @param ridge Penalty of half of it times the square of each coefficient; the intercept is free
 * @throws CrimeAnalyticsError `REGRESSION_COLLINEAR` without a penalty
 */
export function poissonRidge(
  features: readonly Float64Array[],
  counts: Float64Array,
  ridge: number,
): PoissonRidge {
  const scales = features.map(meanAndDeviation);
  const standardised = (columns: readonly Float64Array[]) =>
    columns.map((column, n) => {
      const { mean, deviation } = scales[n]!;
      return column.map((value) => (value - mean) / deviation);
    });
  const isEmpty = !counts.some((count) => count > 0);
  const coefficients = isEmpty
    ? Float64Array.of(-Infinity, ...features.map(() => 0))
    : poissonRegression({ columns: standardised(features), counts, ridge }).coefficients;
  return {
    coefficients,
    predict: (columns) => predictCounts(coefficients, standardised(columns), columns[0]?.length ?? 0),
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
