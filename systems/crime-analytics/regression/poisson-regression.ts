import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { type CholeskyFactor, choleskyFactor } from './cholesky.ts';

export interface PoissonRegressionQuestion {
  /** Not negative; parts of incidents (aoristic shares) are fine. */
  readonly counts: ArrayLike<number>;
  /** A value of each covariate for each count. The constant is added by itself. */
  readonly columns: readonly ArrayLike<number>[];
  /** Logarithm of what each count was taken over (days, say); 0 without it. */
  readonly offset?: ArrayLike<number>;
  /** λ: λ/2 · Σ β² is taken off the log-likelihood, the constant apart; columns should have one scale then. 0 without it. */
  readonly ridge?: number;
}

export interface PoissonRegression {
  /** The constant, then one for each column. */
  readonly coefficients: Float64Array;
  /** (XᵀWX + λ)⁻¹, row by row: times the dispersion the covariance of the coefficients, when there is no penalty. */
  readonly covariance: Float64Array;
  readonly fitted: Float64Array;
  readonly deviance: number;
  /** Pearson's X² over the degrees of freedom: 1 for Poisson counts; NaN without degrees of freedom. */
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
}

const MOST_ROUNDS = 60;
const TOLERANCE = 1e-10;
/** e^30 is beyond any count; further out a round would overflow. */
const MOST = 30;

/**
 * Regression of counts with a log link: log E(count) = offset + constant + columns · β, by iteratively reweighted least
 * squares, with an optional ridge penalty. Its coefficients do not depend on the dispersion, so the same fit serves
 * quasi-Poisson.
 *
 * Sources: P. McCullagh and J. A. Nelder, Generalized Linear Models, 2nd ed. (1989), sections 2.5, 6.2 and 9.2; with the
 * penalty S. le Cessie and J. C. van Houwelingen, Ridge estimators in logistic regression, Applied Statistics 41 (1992),
 * 191–201.
 * @throws CrimeAnalyticsError `REGRESSION_NO_INCIDENTS`, `REGRESSION_COLLINEAR`
 */
export function poissonRegression(question: PoissonRegressionQuestion): PoissonRegression {
  const { counts, columns, offset } = question;
  const rows = counts.length;
  const size = columns.length + 1;
  const sum = Array.prototype.reduce.call(
    counts,
    (total, count) => Number(total) + Number(count),
    0,
  ) as number;
  if (!(sum > 0))
    throw new CrimeAnalyticsError('REGRESSION_NO_INCIDENTS', 'There are no incidents to learn from.');

  let coefficients = new Float64Array(size);
  let exposure = 0;
  for (let n = 0; n < rows; n++) exposure += Math.exp(offset?.[n] ?? 0);
  coefficients[0] = Math.log(sum / exposure);
  let state = evaluate(question, coefficients);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { factor, score } = factoredEquations(question, coefficients, state.fitted);
    const step = factor.solve(score);
    const before = state.penalised;
    let length = 1;
    let next = coefficients;
    do {
      next = coefficients.map((value, k) => value + length * step[k]!);
      state = evaluate(question, next);
      length /= 2;
    } while (!(state.penalised <= before * (1 + 1e-12) + 1e-12) && length > 1e-6);
    coefficients = next;
    if (Math.abs(before - state.penalised) <= TOLERANCE * (Math.abs(before) + 0.1)) break;
  }
  const degreesOfFreedom = rows - size;
  return {
    coefficients,
    covariance: factoredEquations(question, coefficients, state.fitted).factor.inverse(),
    fitted: state.fitted,
    deviance: poissonDeviance(counts, state.fitted),
    dispersion: degreesOfFreedom > 0 ? pearson(counts, state.fitted) / degreesOfFreedom : Number.NaN,
    degreesOfFreedom,
  };
}

/** Expected counts with given coefficients (the constant first), for rows that the regression need not have seen. */
export function predictCounts(
  coefficients: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
  rows: number,
  offset?: ArrayLike<number>,
): Float64Array {
  const predicted = new Float64Array(rows);
  for (let n = 0; n < rows; n++) predicted[n] = coefficients[0]! + (offset?.[n] ?? 0);
  for (const [k, column] of columns.entries()) {
    const slope = coefficients[k + 1]!;
    for (let n = 0; n < rows; n++) predicted[n]! += slope * column[n]!;
  }
  return predicted.map((value) => Math.exp(Math.max(-MOST, Math.min(MOST, value))));
}

/** Twice the log-likelihood that is lost to a model with one parameter for each count. */
export function poissonDeviance(counts: ArrayLike<number>, fitted: ArrayLike<number>): number {
  let deviance = 0;
  for (let n = 0; n < counts.length; n++) {
    const [count, mean] = [counts[n]!, fitted[n]!];
    deviance += 2 * ((count > 0 ? count * Math.log(count / mean) : 0) - (count - mean));
  }
  return deviance;
}

function pearson(counts: ArrayLike<number>, fitted: Float64Array): number {
  return fitted.reduce((sum, mean, n) => sum + (counts[n]! - mean) ** 2 / mean, 0);
}

function evaluate(
  { counts, columns, offset, ridge = 0 }: PoissonRegressionQuestion,
  coefficients: Float64Array,
) {
  const fitted = predictCounts(coefficients, columns, counts.length, offset);
  let squares = 0;
  for (let k = 1; k < coefficients.length; k++) squares += coefficients[k]! ** 2;
  return { fitted, penalised: poissonDeviance(counts, fitted) + ridge * squares };
}

/** The factor of the Fisher information of the penalised log-likelihood, and its score. */
function factoredEquations(
  question: PoissonRegressionQuestion,
  coefficients: Float64Array,
  fitted: Float64Array,
): { readonly factor: CholeskyFactor; readonly score: Float64Array } {
  const { hessian, score } = normalEquations(question, coefficients, fitted);
  const factor = choleskyFactor(hessian, coefficients.length);
  if (factor !== null) return { factor, score };
  throw new CrimeAnalyticsError(
    'REGRESSION_COLLINEAR',
    'One covariate follows from the others; leave it out.',
  );
}

function normalEquations(
  { counts, columns, ridge = 0 }: PoissonRegressionQuestion,
  coefficients: Float64Array,
  fitted: Float64Array,
): { hessian: Float64Array; score: Float64Array } {
  const size = columns.length + 1;
  const hessian = new Float64Array(size * size);
  const score = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    const left = j === 0 ? null : columns[j - 1]!;
    let sum = 0;
    for (let n = 0; n < fitted.length; n++) sum += (left === null ? 1 : left[n]!) * (counts[n]! - fitted[n]!);
    score[j] = sum - (j === 0 ? 0 : ridge * coefficients[j]!);
    for (let k = 0; k <= j; k++) {
      const right = k === 0 ? null : columns[k - 1]!;
      let product = j === k && j > 0 ? ridge : 0;
      for (let n = 0; n < fitted.length; n++) {
        product += (left === null ? 1 : left[n]!) * (right === null ? 1 : right[n]!) * fitted[n]!;
      }
      hessian[j * size + k] = product;
      hessian[k * size + j] = product;
    }
  }
  return { hessian, score };
}
