import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { ReplicaRandom } from '../replica-random.ts';
import { optimalSegments } from './optimal-segments.ts';
import { type ExposedCounts, type SegmentCost, segmentCost, sizeFromNeighbours } from './segment-cost.ts';

export interface ChangePointSettings {
  /** Steps between two changes at least; 4 without it. */
  readonly minimumSteps?: number;
  /** What a further change must gain in twice the log-likelihood; 3 log(steps) without it, as modified BIC has it. */
  readonly penalty?: number;
  /** `poisson`, or with more variation than that; from the data without it. */
  readonly cost?: 'poisson' | 'negative-binomial';
  readonly permutations?: number;
  readonly seed: number;
}

/** A moment at which the level of a series changed. */
export interface ChangePoint {
  /** Index of the first step of the new level. */
  readonly at: number;
  /** Incidents over exposure (a day, where exposures are days) before and after it, up to the next changes. */
  readonly before: number;
  readonly after: number;
  /** Twice the gain in log-likelihood over one level from the change before to the change after it. */
  readonly statistic: number;
  /** Part of shufflings of those steps whose best change gains as much. */
  readonly p: number;
}

export interface ChangePoints {
  readonly changes: readonly ChangePoint[];
  /** The level of each step: incidents over exposure. */
  readonly levels: Float64Array;
  readonly penalty: number;
  /** Size of the negative binomial that the costs are of; infinite for Poisson. */
  readonly size: number;
}

/**
 * Moments at which the level of counts changed, by the least penalised cost (PELT), with Poisson counts or, where
 * neighbouring steps differ by more than chance, negative binomial ones. The exposures take known differences out: days of
 * a month, times the factor of the season (`Trend.season`), without which every summer is a change.
 *
 * Each change is tested by shuffling the steps from the change before it to the one after it and looking for their best
 * change. The test takes steps for independent: a slow wave, or steady growth, is a row of changes to it.
 *
 * Sources: R. Killick, P. Fearnhead and I. A. Eckley (2012), see `optimalSegments`; the penalty: N. R. Zhang and D. O.
 * Siegmund, Biometrics 63 (2007), 22–32; the test: A. N. Pettitt, Applied Statistics 28 (1979), 126–135 (a change at an
 * unknown place), its distribution by permutation.
 * @throws CrimeAnalyticsError `SERIES_TOO_SHORT`, `EXPOSURE_INVALID`
 */
export function findChangePoints(series: ExposedCounts, settings: ChangePointSettings): ChangePoints {
  const { minimumSteps = 4, permutations = 999, seed } = settings;
  const steps = series.counts.length;
  if (steps < 2 * minimumSteps) {
    throw new CrimeAnalyticsError(
      'SERIES_TOO_SHORT',
      `To find changes takes ${2 * minimumSteps} steps at least; there are ${steps}.`,
    );
  }
  if (series.exposures.length !== steps || Array.from(series.exposures).some((exposure) => !(exposure > 0))) {
    throw new CrimeAnalyticsError('EXPOSURE_INVALID', 'Every step must last a while.');
  }
  const size = settings.cost === 'poisson' ? Number.POSITIVE_INFINITY : sizeFromNeighbours(series);
  const penalty = settings.penalty ?? 3 * Math.log(steps);
  const cost = segmentCost(series, size);
  const begins = optimalSegments(cost, penalty, minimumSteps);
  const edges = [0, ...begins, steps];
  const levels = new Float64Array(steps);
  for (let n = 1; n < edges.length; n++) {
    levels.fill(cost.level(edges[n - 1]!, edges[n]!), edges[n - 1]!, edges[n]!);
  }
  const changes = begins.map((at, n): ChangePoint => {
    const [from, until] = [edges[n]!, edges[n + 2]!];
    const part = slice(series, from, until);
    const gain = gainOf(segmentCost(part, size), at - from);
    const random = new ReplicaRandom(seed, at);
    return {
      at,
      before: cost.level(from, at),
      after: cost.level(at, until),
      statistic: gain,
      p: shuffledShare(part, size, { gain, minimumSteps, permutations, random }),
    };
  });
  return { changes, levels, penalty, size };
}

/** What two levels gain over one. */
function gainOf({ length, between }: SegmentCost, at: number): number {
  return between(0, length) - between(0, at) - between(at, length);
}

interface Shuffling {
  readonly gain: number;
  readonly minimumSteps: number;
  readonly permutations: number;
  readonly random: ReplicaRandom;
}

/** (1 + shufflings whose best change gains as much) / (1 + shufflings); each count keeps its exposure. */
function shuffledShare(
  { counts, exposures }: ExposedCounts,
  size: number,
  { gain, minimumSteps, permutations, random }: Shuffling,
): number {
  const order = Float64Array.from({ length: counts.length }, (_, n) => n);
  let asMuch = 1;
  for (let n = 0; n < permutations; n++) {
    random.shuffle(order);
    const shuffled = {
      counts: order.map((step) => counts[step]!),
      exposures: order.map((step) => exposures[step]!),
    };
    const cost = segmentCost(shuffled, size);
    let best = 0;
    for (let at = minimumSteps; at <= cost.length - minimumSteps; at++)
      best = Math.max(best, gainOf(cost, at));
    if (best >= gain - 1e-9) asMuch++;
  }
  return asMuch / (permutations + 1);
}

function slice({ counts, exposures }: ExposedCounts, from: number, until: number): ExposedCounts {
  const cut = (values: ArrayLike<number>) =>
    Float64Array.from({ length: until - from }, (_, n) => values[from + n]!);
  return { counts: cut(counts), exposures: cut(exposures) };
}
