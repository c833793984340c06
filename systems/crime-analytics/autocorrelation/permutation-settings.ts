/** How a distribution under "values lie anywhere" is made by shuffling them. */
export interface PermutationSettings {
  /** How many shuffles; the smallest p-value possible is 1 / (permutations + 1). */
  readonly permutations: number;
  readonly seed: number;
  /** Default `two-sided`. `greater` asks for high values (Gi*) or likeness (Moran), `less` for the opposite. */
  readonly alternative?: Alternative;
}

export type Alternative = 'two-sided' | 'greater' | 'less';

/**
 * P-value of a statistic among its permuted ones.
 *
 * Source: B. Phipson and G. K. Smyth, Statistical Applications in Genetics and Molecular Biology 9 (2010) 39: the
 * observed arrangement counts as one of the permutations, so no p-value is 0.
 * @param atLeast How many permuted statistics are at least as high as the observed one
 * @param atMost How many are at most as high
 */
export function permutationP(
  atLeast: number,
  atMost: number,
  { permutations, alternative = 'two-sided' }: PermutationSettings,
): number {
  if (alternative === 'greater') return (atLeast + 1) / (permutations + 1);
  if (alternative === 'less') return (atMost + 1) / (permutations + 1);
  return Math.min(1, (2 * (Math.min(atLeast, atMost) + 1)) / (permutations + 1));
}
