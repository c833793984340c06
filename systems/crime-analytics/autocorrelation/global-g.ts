import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import type { NormalTest } from './global-moran.ts';
import { type GlobalPermutation, permuteGlobally } from './global-permutation.ts';
import { normalTwoSided } from './normal-distribution.ts';
import type { PermutationSettings } from './permutation-settings.ts';
import { sampleMoments } from './sample-moments.ts';
import { type SpatialWeights, spatialLag, withoutSelf } from './spatial-weights.ts';
import { weightSums } from './weight-sums.ts';

/** The general G and how surprising it is. */
export interface GlobalG {
  readonly g: number;
  readonly expected: number;
  readonly randomisation: NormalTest;
  readonly permutation: GlobalPermutation | null;
}

/**
 * Getis and Ord's general G: the share of all products of two places' values that is made by neighbours. Above what is
 * expected, high values lie together; below it, low ones do.
 *
 * Source: A. Getis and J. K. Ord, Geographical Analysis 24 (1992) 189–206, section 4. The coefficients of its variance
 * are as corrected in Geographical Analysis 25 (1993) 276.
 * @param values None negative
 * @throws CrimeAnalyticsError `TOO_FEW_PLACES`, `VALUE_INVALID`, `NO_VARIATION`, `VALUE_NEGATIVE`
 */
export function globalG(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  permutation?: PermutationSettings,
): GlobalG {
  sampleMoments(values);
  const n = values.length;
  const [m1, m2, m3, m4] = powerSums(values);
  const others = withoutSelf(weights);
  const { s0: w, s1, s2 } = weightSums(others);
  const products = m1 * m1 - m2;
  const generalG = (of: ArrayLike<number>) => {
    const lag = spatialLag(others, of);
    let sum = 0;
    for (let at = 0; at < n; at += 1) sum += of[at]! * lag[at]!;
    return sum / products;
  };
  const g = generalG(values);
  const expected = w / (n * (n - 1));
  const [squareN, squareW] = [n * n, w * w];
  const b0 = (squareN - 3 * n + 3) * s1 - n * s2 + 3 * squareW;
  const b1 = -((squareN - n) * s1 - 2 * n * s2 + 6 * squareW);
  const b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * squareW);
  const b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * squareW;
  const b4 = s1 - s2 + squareW;
  const secondMoment =
    (b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 ** 4) /
    (products * products * n * (n - 1) * (n - 2) * (n - 3));
  const variance = secondMoment - expected * expected;
  const z = (g - expected) / Math.sqrt(variance);
  return {
    g,
    expected,
    randomisation: { variance, z, p: normalTwoSided(z) },
    permutation: permutation ? permuteGlobally(values, g, generalG, permutation) : null,
  };
}

function powerSums(values: ArrayLike<number>): [number, number, number, number] {
  const sums: [number, number, number, number] = [0, 0, 0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at]!;
    if (value < 0)
      throw new CrimeAnalyticsError(
        'VALUE_NEGATIVE',
        `G compares sums, so no value may be negative; that of place ${at + 1} is.`,
      );
    for (let power = 0; power < 4; power += 1) sums[power]! += value ** (power + 1);
  }
  return sums;
}
