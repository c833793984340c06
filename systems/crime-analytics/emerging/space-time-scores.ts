import { sampleMoments } from '../autocorrelation/sample-moments.ts';
import { rowSum, type SpatialWeights, spatialLag, withSelf } from '../autocorrelation/spatial-weights.ts';
import { CrimeAnalyticsError } from '../crime-analytics-error.ts';

/**
 * Gi* of every place in every step of time: a place's neighbours are itself and those near it, in the same step and in
 * the ones before it. Mean and variance are those of all places in all steps.
 *
 * Source: J. K. Ord and A. Getis, Geographical Analysis 27 (1995) 286–306, equation 7, on neighbours in space and time.
 * @param counts For each step one value a place
 * @param weights Binary, between places
 * @param stepsBefore How many earlier steps count as near in time
 * @returns For each step one score a place
 * @throws CrimeAnalyticsError `STEPS_DIFFER`, `NO_VARIATION`
 */
export function spaceTimeScores(
  counts: readonly Float64Array[],
  weights: SpatialWeights,
  stepsBefore: number,
): Float64Array[] {
  const places = weights.length;
  if (counts.some(({ length }) => length !== places))
    throw new CrimeAnalyticsError('STEPS_DIFFER', 'Every step must have one value for each place.');
  const all = new Float64Array(counts.length * places);
  for (const [step, values] of counts.entries()) all.set(values, step * places);
  const { mean, squares } = sampleMoments(all);
  const n = all.length;
  const deviation = Math.sqrt(squares / n);
  const near = withSelf(weights);
  const degrees = Float64Array.from({ length: places }, (_, place) => rowSum(near, place));
  const lags = counts.map((values) => spatialLag(near, values));
  return counts.map((_, step) => {
    const first = Math.max(0, step - stepsBefore);
    return Float64Array.from({ length: places }, (_, place) => {
      let sum = 0;
      for (let other = first; other <= step; other += 1) sum += lags[other]![place]!;
      const w = degrees[place]! * (step + 1 - first);
      return (sum - mean * w) / (deviation * Math.sqrt((n * w - w * w) / (n - 1)));
    });
  });
}
