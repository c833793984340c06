import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { studentReach, studentTwoSided } from '../distributions/student-t.ts';
import {
  type PoissonRegression,
  poissonRegression,
  predictCounts,
} from '../regression/poisson-regression.ts';
import type { IncidentSeries } from './incident-series.ts';
import { neweyWestCovariance } from './newey-west.ts';
import { seasonColumns } from './season-columns.ts';

/** How an offence grows or shrinks, seasons apart. */
export interface Trend {
  /** Factor by which it changes in a year, with its interval at `level`. */
  readonly perYear: { readonly ratio: number; readonly low: number; readonly high: number };
  readonly level: number;
  /** Two-sided, of no trend. */
  readonly p: number;
  /** Variance over mean that is left when trend and season are taken out: 1 for Poisson, above it where incidents cluster. */
  readonly dispersion: number;
  /** Correlation of what is left from one step to the next. */
  readonly autocorrelation: number;
  /** Expected incidents of each step, and without the season. */
  readonly fitted: Float64Array;
  readonly trend: Float64Array;
  /** What the season makes of each step: a factor, 1 on average. All 1 where the series is too short for it. */
  readonly season: Float64Array;
  /** Whether the seasons of the year, and the days of the week, were taken out. */
  readonly yearly: boolean;
  readonly weekly: boolean;
}

const YEAR_DAYS = 365.2425;
const YEAR_MS = YEAR_DAYS * 86_400_000;
const FEWEST_STEPS = 8;

/**
 * The trend of a series of counts: Poisson regression on time, with a season (two harmonics of the year from two years on,
 * and the day of the week where steps are days), over the length of each step. Its uncertainty is the larger of two:
 * quasi-Poisson, which allows for counts that vary more than chance would have it, and Newey–West, which allows for steps
 * that are alike because they are neighbours. Neither has less than chance alone.
 *
 * A trend is an average over the whole period: a step in the middle makes one, too (see `findChangePoints`).
 *
 * Sources: P. McCullagh and J. A. Nelder, Generalized Linear Models, 2nd ed. (1989), section 6.2; W. K. Newey and K. D.
 * West, Econometrica 55 (1987), 703–708; harmonics: D. F. Stroup et al., Statistics in Medicine 8 (1989), 323–329.
 * @throws CrimeAnalyticsError `SERIES_TOO_SHORT`, `REGRESSION_NO_INCIDENTS`
 */
export function fitTrend(series: IncidentSeries, level = 0.95): Trend {
  const { starts, days, counts } = series;
  const steps = counts.length;
  const middles = starts.map((start, n) => start + (days[n]! * 86_400_000) / 2);
  const centre = ((middles[0] ?? 0) + (middles.at(-1) ?? 0)) / 2;
  const years = middles.map((middle) => (middle - centre) / YEAR_MS);
  const { columns, yearly, weekly } = seasonColumns(series, middles);
  if (steps < Math.max(FEWEST_STEPS, columns.length + 4)) {
    throw new CrimeAnalyticsError(
      'SERIES_TOO_SHORT',
      `A trend cannot be told from ${steps} steps; choose a longer period or shorter steps.`,
    );
  }
  const offset = days.map(Math.log);
  const design = [years, ...columns];
  const fit = poissonRegression({ counts, columns: design, offset });
  const slope = fit.coefficients[1]!;
  const error = slopeError(counts, design, fit);
  const reach = studentReach(level, fit.degreesOfFreedom) * error;

  const flat = Float64Array.from(fit.coefficients, (value, k) => (k === 0 || k > 1 ? value : 0));
  const seasonal = predictCounts(flat, design, steps, offset);
  const seasonless = predictCounts(fit.coefficients.slice(0, 2), [years], steps, offset);
  const season = seasonal.map((value, n) => value / (Math.exp(fit.coefficients[0]!) * days[n]!));
  const mean = season.reduce((sum, factor) => sum + factor, 0) / steps;
  return {
    perYear: { ratio: Math.exp(slope), low: Math.exp(slope - reach), high: Math.exp(slope + reach) },
    level,
    p: studentTwoSided(slope / error, fit.degreesOfFreedom),
    dispersion: fit.dispersion,
    autocorrelation: residualAutocorrelation(counts, fit.fitted),
    fitted: fit.fitted,
    trend: seasonless.map((value) => value * mean),
    season: season.map((factor) => factor / mean),
    yearly,
    weekly,
  };
}

/** Standard error of the slope: the larger of quasi-Poisson's (at least Poisson's) and Newey–West's. */
function slopeError(
  counts: Float64Array,
  design: readonly Float64Array[],
  { covariance, dispersion, fitted }: PoissonRegression,
): number {
  const size = design.length + 1;
  const at = size + 1;
  const quasi = Math.max(1, dispersion) * covariance[at]!;
  const robust = neweyWestCovariance(counts, design, fitted, covariance)[at]!;
  return Math.sqrt(Math.max(quasi, robust));
}

function residualAutocorrelation(counts: Float64Array, fitted: Float64Array): number {
  const residuals = counts.map((count, n) => (count - fitted[n]!) / Math.sqrt(fitted[n]!));
  let [products, squares] = [0, 0];
  for (let n = 0; n < residuals.length; n++) {
    squares += residuals[n]! ** 2;
    if (n > 0) products += residuals[n]! * residuals[n - 1]!;
  }
  return squares > 0 ? products / squares : 0;
}
