import { seededRandom } from '@amaan/contracts/seeded-random';
import { type PermutationSettings, permutationP } from './permutation-settings.ts';

/** What a global statistic does when the values are shuffled over all places. */
export interface GlobalPermutation {
  readonly permutations: number;
  readonly p: number;
  readonly mean: number;
  readonly standardDeviation: number;
}

/** Shuffles the values over all places and computes the statistic each time. */
export function permuteGlobally(
  values: ArrayLike<number>,
  observed: number,
  statistic: (shuffled: Float64Array) => number,
  settings: PermutationSettings,
): GlobalPermutation {
  const { permutations, seed } = settings;
  const random = seededRandom(seed);
  const shuffled = Float64Array.from(values);
  const slack = 1e-12 * Math.abs(observed);
  let [atLeast, atMost, sum, squares] = [0, 0, 0, 0];
  for (let n = 0; n < permutations; n += 1) {
    for (let at = shuffled.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      const value = shuffled[at]!;
      shuffled[at] = shuffled[other]!;
      shuffled[other] = value;
    }
    const value = statistic(shuffled);
    if (value >= observed - slack) atLeast += 1;
    if (value <= observed + slack) atMost += 1;
    sum += value - observed;
    squares += (value - observed) ** 2;
  }
  const mean = sum / permutations;
  return {
    permutations,
    p: permutationP(atLeast, atMost, settings),
    mean: observed + mean,
    standardDeviation: Math.sqrt(Math.max(0, squares / permutations - mean * mean)),
  };
}
