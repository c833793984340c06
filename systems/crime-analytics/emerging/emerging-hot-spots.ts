import { falseDiscoveryAdjusted } from '../autocorrelation/false-discovery.ts';
import { normalTwoSided } from '../autocorrelation/normal-distribution.ts';
import type { SpatialWeights } from '../autocorrelation/spatial-weights.ts';
import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { type MannKendall, mannKendall } from './mann-kendall.ts';
import { spaceTimeScores } from './space-time-scores.ts';

/**
 * How a place's history of hot steps looks. `new`: the last step is the first hot one. `consecutive`: one run of hot steps
 * up to the last. With nine steps of ten hot: `intensifying` or `diminishing` where the scores rise or fall
 * significantly, `persistent` where neither, `historical` where the last step is no longer hot. With fewer, the last one
 * hot: `oscillating` if it was cold in between, `sporadic` if not.
 */
export type EmergingClass =
  | 'new'
  | 'consecutive'
  | 'intensifying'
  | 'persistent'
  | 'diminishing'
  | 'sporadic'
  | 'oscillating'
  | 'historical'
  | 'none';

export interface EmergingSettings {
  /** False discovery rate over all places and steps together; default 0.05. */
  readonly alpha?: number;
  /** Earlier steps that count as near in time; default 1. */
  readonly stepsBefore?: number;
}

/** Per place. */
export interface EmergingHotSpots {
  readonly hot: readonly EmergingClass[];
  /** The same of cold steps. */
  readonly cold: readonly EmergingClass[];
  /** Whether the scores rise or fall over time. */
  readonly trends: readonly MannKendall[];
  /** For each step one score a place. */
  readonly scores: readonly Float64Array[];
  /** For each step 1 for hot, −1 for cold, 0 for neither. */
  readonly marks: readonly Int8Array[];
}

const FEWEST_STEPS = 4;
/** Of all steps: what counts as always hot. */
const ALWAYS = 0.9;

/**
 * Emerging hot spots: which places became, stay or ceased to be hot over equal steps of time.
 *
 * The classes are those of "How Emerging Hot Spot Analysis works" in the documentation of ArcGIS Pro. Scores of
 * neighbouring steps share incidents, so the trend's p-values are somewhat too small.
 * @param counts For each step one value a place (`countInSteps`, then those cells that belong to the study area)
 * @param weights Binary, between places (`gridWeights`)
 * @throws CrimeAnalyticsError `TOO_FEW_STEPS`, `STEPS_DIFFER`, `NO_VARIATION`
 */
export function emergingHotSpots(
  counts: readonly Float64Array[],
  weights: SpatialWeights,
  { alpha = 0.05, stepsBefore = 1 }: EmergingSettings = {},
): EmergingHotSpots {
  if (counts.length < FEWEST_STEPS)
    throw new CrimeAnalyticsError(
      'TOO_FEW_STEPS',
      `At least ${FEWEST_STEPS} steps of time are needed, and the period has ${counts.length}; choose a longer period or shorter steps.`,
    );
  const scores = spaceTimeScores(counts, weights, stepsBefore);
  const p = new Float64Array(counts.length * weights.length);
  for (const [step, values] of scores.entries()) p.set(values.map(normalTwoSided), step * weights.length);
  const q = falseDiscoveryAdjusted(p);
  const marks = scores.map((values, step) =>
    Int8Array.from(values, (z, place) => (q[step * weights.length + place]! <= alpha ? Math.sign(z) : 0)),
  );
  const hot: EmergingClass[] = [];
  const cold: EmergingClass[] = [];
  const trends: MannKendall[] = [];
  for (let place = 0; place < weights.length; place += 1) {
    const history = marks.map((of) => of[place]!);
    const trend = mannKendall(scores.map((of) => of[place]!));
    const direction = trend.p <= alpha ? Math.sign(trend.z) : 0;
    trends.push(trend);
    hot.push(emergingClass(history, direction));
    cold.push(
      emergingClass(
        history.map((mark) => -mark),
        -direction,
      ),
    );
  }
  return { hot, cold, trends, scores, marks };
}

/**
 * The class of one place.
 * @param history For each step 1 where it is of the kind, −1 where it is of the opposite kind, 0 otherwise
 * @param direction 1 where scores rise significantly, −1 where they fall, 0 otherwise
 */
export function emergingClass(history: readonly number[], direction: number): EmergingClass {
  const last = history.at(-1) === 1;
  const marked = history.filter((mark) => mark === 1).length;
  if (marked >= ALWAYS * history.length) {
    if (!last) return 'historical';
    return direction > 0 ? 'intensifying' : direction < 0 ? 'diminishing' : 'persistent';
  }
  if (!last) return 'none';
  if (marked === 1) return 'new';
  const run = history.length - 1 - history.findLastIndex((mark) => mark !== 1);
  if (run === marked) return 'consecutive';
  return history.includes(-1) ? 'oscillating' : 'sporadic';
}
