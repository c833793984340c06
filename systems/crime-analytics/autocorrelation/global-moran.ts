import { type GlobalPermutation, permuteGlobally } from './global-permutation.ts';
import { normalTwoSided } from './normal-distribution.ts';
import type { PermutationSettings } from './permutation-settings.ts';
import { sampleMoments } from './sample-moments.ts';
import { type SpatialWeights, spatialLag } from './spatial-weights.ts';
import { weightSums } from './weight-sums.ts';

/** Moran's I and how surprising it is; p-values are two-sided unless the permutations ask otherwise. */
export interface GlobalMoran {
  readonly i: number;
  /** −1 / (n − 1): what to expect when values lie anywhere. */
  readonly expected: number;
  /** With values drawn from one normal distribution. */
  readonly normality: NormalTest;
  /** With the given values shuffled over the places. */
  readonly randomisation: NormalTest;
  readonly permutation: GlobalPermutation | null;
}

export interface NormalTest {
  readonly variance: number;
  readonly z: number;
  readonly p: number;
}

/**
 * Moran's I: whether like values lie together (towards 1), anywhere (near 0) or apart (towards −1).
 *
 * Source: P. A. P. Moran, Biometrika 37 (1950) 17–23; moments of A. D. Cliff and J. K. Ord, *Spatial Processes* (1981),
 * equations 1.44, 1.36 and 1.39.
 * @throws CrimeAnalyticsError `TOO_FEW_PLACES`, `VALUE_INVALID`, `NO_VARIATION`
 */
export function globalMoran(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  permutation?: PermutationSettings,
): GlobalMoran {
  const { deviations, squares, kurtosis } = sampleMoments(values);
  const { s0, s1, s2 } = weightSums(weights);
  const n = values.length;
  const moran = (of: Float64Array) => {
    const lag = spatialLag(weights, of);
    let sum = 0;
    for (let at = 0; at < n; at += 1) sum += of[at]! * lag[at]!;
    return ((n / s0) * sum) / squares;
  };
  const i = moran(deviations);
  const expected = -1 / (n - 1);
  const test = (variance: number): NormalTest => {
    const z = (i - expected) / Math.sqrt(variance);
    return { variance, z, p: normalTwoSided(z) };
  };
  const square = s0 * s0;
  return {
    i,
    expected,
    normality: test((n * n * s1 - n * s2 + 3 * square) / (square * (n * n - 1)) - expected ** 2),
    randomisation: test(
      (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * square) -
        kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * square)) /
        ((n - 1) * (n - 2) * (n - 3) * square) -
        expected ** 2,
    ),
    permutation: permutation ? permuteGlobally(deviations, i, moran, permutation) : null,
  };
}
