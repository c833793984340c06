import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { type LoessSettings, loess, loessAt } from './loess.ts';

/** A series as the sum of its trend, its season and what is left. */
export interface Decomposition {
  readonly trend: Float64Array;
  readonly seasonal: Float64Array;
  readonly remainder: Float64Array;
  /** How far each value counted: 1, or down to 0 for outliers of a robust decomposition. */
  readonly weights: Float64Array;
}

export interface DecompositionSettings {
  /** Steps of a season: 12 for months, 7 for the days of a week. */
  readonly period: number;
  /** Years (or weeks) over which a season may change, odd and 7 or more; `periodic`: it never changes. */
  readonly seasonalWindow: number | 'periodic';
  readonly seasonalDegree?: 0 | 1;
  /** Steps that the trend is smoothed over; what keeps it apart from the season without it. */
  readonly trendWindow?: number;
  /** Gives outliers less weight, in 15 rounds more. */
  readonly isRobust?: boolean;
  /** Only every so manieth value is fitted; a tenth of each window without it, as R does. */
  readonly jump?: number;
}

/**
 * STL: a seasonal and trend decomposition by loess.
 *
 * Source: R. B. Cleveland, W. S. Cleveland, J. E. McRae and I. Terpenning, STL: a seasonal-trend decomposition procedure
 * based on loess, Journal of Official Statistics 6 (1990), 3–73. The same as R's `stl` with the same settings.
 * @throws CrimeAnalyticsError `SEASON_TOO_SHORT` with less than two seasons, or a season of one step
 */
export function decomposeSeries(values: ArrayLike<number>, settings: DecompositionSettings): Decomposition {
  const { period, seasonalWindow, isRobust = false } = settings;
  const length = values.length;
  if (!(Number.isInteger(period) && period >= 2 && length > 2 * period)) {
    throw new CrimeAnalyticsError(
      'SEASON_TOO_SHORT',
      'To tell a season from a trend takes more than two seasons; choose a longer period.',
    );
  }
  const series = Float64Array.from(values);
  const smoothing = smoothings(settings, length);
  const inner = isRobust ? 1 : 2;
  const outer = isRobust ? 15 : 0;
  let parts: Parts = { trend: new Float64Array(length), seasonal: new Float64Array(length) };
  let weights: Float64Array | null = null;
  for (let round = 0; round <= outer; round++) {
    for (let pass = 0; pass < inner; pass++)
      parts = innerPass(series, parts.trend, weights, period, smoothing);
    if (round < outer) weights = robustnessWeights(series, parts);
  }
  const seasonal = seasonalWindow === 'periodic' ? cycleMeans(parts.seasonal, period) : parts.seasonal;
  return {
    trend: parts.trend,
    seasonal,
    remainder: series.map((value, n) => value - seasonal[n]! - parts.trend[n]!),
    weights: weights ?? new Float64Array(length).fill(1),
  };
}

interface Smoothings {
  readonly seasonal: LoessSettings;
  readonly trend: LoessSettings;
  readonly lowPass: LoessSettings;
}

interface Parts {
  readonly trend: Float64Array;
  readonly seasonal: Float64Array;
}

/** Windows as in section 3 of the paper, and R's jumps. */
function smoothings(settings: DecompositionSettings, length: number): Smoothings {
  const { period, seasonalWindow, seasonalDegree = 0, trendWindow, jump } = settings;
  const seasonal = seasonalWindow === 'periodic' ? 10 * length + 1 : odd(Math.max(3, seasonalWindow));
  const trend = odd(Math.max(3, trendWindow ?? Math.ceil((1.5 * period) / (1 - 1.5 / seasonal))));
  const lowPass = odd(Math.max(3, period));
  const withJump = (window: number, degree: 0 | 1) => ({
    window,
    degree,
    jump: jump ?? Math.ceil(window / 10),
  });
  return {
    seasonal: withJump(seasonal, seasonalWindow === 'periodic' ? 0 : seasonalDegree),
    trend: withJump(trend, 1),
    lowPass: withJump(lowPass, 1),
  };
}

/** One pass of the inner loop: the season from what the trend leaves, then the trend from what the season leaves. */
function innerPass(
  series: Float64Array,
  trend: Float64Array,
  weights: Float64Array | null,
  period: number,
  smoothing: Smoothings,
): Parts {
  const detrended = series.map((value, n) => value - trend[n]!);
  const cycles = smoothedCycles(detrended, weights, period, smoothing.seasonal);
  const averaged = movingAverage(movingAverage(movingAverage(cycles, period), period), 3);
  const low = loess({ values: averaged, weights: null }, smoothing.lowPass);
  const seasonal = series.map((_, n) => cycles[period + n]! - low[n]!);
  const values = series.map((value, n) => value - seasonal[n]!);
  return { seasonal, trend: loess({ values, weights }, smoothing.trend) };
}

/** Each position of the cycle (all Januaries) smoothed for itself and carried on by one cycle on both ends. */
function smoothedCycles(
  detrended: Float64Array,
  weights: Float64Array | null,
  period: number,
  settings: LoessSettings,
): Float64Array {
  const extended = new Float64Array(detrended.length + 2 * period);
  for (let position = 0; position < period; position++) {
    const isHere = (_: number, n: number) => n % period === position;
    const cycle = { values: detrended.filter(isHere), weights: weights?.filter(isHere) ?? null };
    const count = cycle.values.length;
    const smoothed = loess(cycle, settings);
    const before = loessAt(cycle, settings, -1, 0) ?? smoothed[0]!;
    const after =
      loessAt(cycle, settings, count, Math.max(0, count - settings.window)) ?? smoothed[count - 1]!;
    extended[position] = before;
    for (let n = 0; n < count; n++) extended[(n + 1) * period + position] = smoothed[n]!;
    extended[(count + 1) * period + position] = after;
  }
  return extended;
}

function movingAverage(values: Float64Array, window: number): Float64Array {
  const averaged = new Float64Array(values.length - window + 1);
  let sum = 0;
  for (let n = 0; n < values.length; n++) {
    sum += values[n]!;
    if (n >= window) sum -= values[n - window]!;
    if (n >= window - 1) averaged[n - window + 1] = sum / window;
  }
  return averaged;
}

/** Bisquare weights of what is left, over six times its median. */
function robustnessWeights(series: Float64Array, { trend, seasonal }: Parts): Float64Array {
  const left = series.map((value, n) => Math.abs(value - trend[n]! - seasonal[n]!));
  const sorted = Float64Array.from(left).sort();
  const middle = sorted.length >> 1;
  const reach = 3 * (sorted[middle]! + sorted[sorted.length - middle - 1]!);
  return left.map((value) => {
    if (value <= 0.001 * reach) return 1;
    return value <= 0.999 * reach ? (1 - (value / reach) ** 2) ** 2 : 0;
  });
}

function cycleMeans(seasonal: Float64Array, period: number): Float64Array {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  for (const [n, value] of seasonal.entries()) {
    sums[n % period]! += value;
    counts[n % period]! += 1;
  }
  return seasonal.map((_, n) => sums[n % period]! / counts[n % period]!);
}

function odd(window: number): number {
  const whole = Math.round(window);
  return whole % 2 === 0 ? whole + 1 : whole;
}
