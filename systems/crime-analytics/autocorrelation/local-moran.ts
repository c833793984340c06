import { conditionalLagRanks } from './conditional-permutations.ts';
import { normalTwoSided } from './normal-distribution.ts';
import { type PermutationSettings, permutationP } from './permutation-settings.ts';
import { sampleMoments } from './sample-moments.ts';
import { type SpatialWeights, spatialLag, withoutSelf } from './spatial-weights.ts';

/** A place's value and its neighbours' mean, each against the mean of all. */
export type MoranQuadrant = 'high-high' | 'low-low' | 'high-low' | 'low-high';

/** Per place. Where a place has no neighbours `i` and `z` are NaN and p-values 1. */
export interface LocalMoran {
  /** Above 0 among its like, below 0 where a place differs from its neighbours. */
  readonly i: Float64Array;
  readonly z: Float64Array;
  /** From the normal distribution, two-sided; rough for counts, so prefer the permutations'. */
  readonly p: Float64Array;
  readonly pPermutation: Float64Array | null;
  readonly quadrant: readonly MoranQuadrant[];
}

/**
 * Local Moran's I: Iᵢ = (zᵢ / m₂) Σⱼ wᵢⱼ zⱼ with m₂ = Σ z² / n, its moments under total randomisation.
 *
 * Source: L. Anselin, "Local indicators of spatial association – LISA", Geographical Analysis 27 (1995) 93–115,
 * equations 12 to 15; the same as `localmoran(…, conditional = FALSE)` of R's `spdep` with `mlvar = TRUE`.
 * @throws CrimeAnalyticsError `TOO_FEW_PLACES`, `VALUE_INVALID`, `NO_VARIATION`
 */
export function localMoran(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  permutation?: PermutationSettings,
): LocalMoran {
  const { deviations, squares, kurtosis } = sampleMoments(values);
  const others = withoutSelf(weights);
  const n = values.length;
  const m2 = squares / n;
  const lag = spatialLag(others, deviations);
  const i = new Float64Array(n).fill(Number.NaN);
  const z = new Float64Array(n).fill(Number.NaN);
  const p = new Float64Array(n).fill(1);
  const quadrant: MoranQuadrant[] = [];
  for (let place = 0; place < n; place += 1) {
    quadrant.push(
      deviations[place]! >= 0
        ? lag[place]! >= 0
          ? 'high-high'
          : 'high-low'
        : lag[place]! >= 0
          ? 'low-high'
          : 'low-low',
    );
    let [w, w2] = [0, 0];
    for (let at = others.offsets[place]!; at < others.offsets[place + 1]!; at += 1) {
      w += others.weights[at]!;
      w2 += others.weights[at]! ** 2;
    }
    if (w2 === 0) continue;
    i[place] = (deviations[place]! / m2) * lag[place]!;
    const expected = -w / (n - 1);
    const variance =
      (w2 * (n - kurtosis)) / (n - 1) +
      ((w * w - w2) * (2 * kurtosis - n)) / ((n - 1) * (n - 2)) -
      expected ** 2;
    z[place] = (i[place]! - expected) / Math.sqrt(variance);
    p[place] = normalTwoSided(z[place]!);
  }
  return { i, z, p, quadrant, pPermutation: permutation ? permuted(deviations, others, permutation) : null };
}

/** The permuted I of a place is its own deviation times the permuted lag: for low places the order turns around. */
function permuted(
  deviations: Float64Array,
  others: SpatialWeights,
  permutation: PermutationSettings,
): Float64Array {
  const { atLeast, atMost } = conditionalLagRanks(deviations, others, permutation);
  return Float64Array.from(deviations, (deviation, place) => {
    const [high, low] = [atLeast[place]!, atMost[place]!];
    if (deviation === 0) return 1;
    return deviation > 0 ? permutationP(high, low, permutation) : permutationP(low, high, permutation);
  });
}
