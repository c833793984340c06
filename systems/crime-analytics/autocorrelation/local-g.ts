import { conditionalLagRanks } from './conditional-permutations.ts';
import { normalTwoSided, normalUpperTail } from './normal-distribution.ts';
import { type Alternative, type PermutationSettings, permutationP } from './permutation-settings.ts';
import { sampleMoments } from './sample-moments.ts';
import { type SpatialWeights, spatialLag, withoutSelf, withSelf } from './spatial-weights.ts';

/** Per place; NaN in `g` and `z` and 1 in the p-values where a place has no neighbours. */
export interface LocalG {
  /** The neighbours' weighted share of all values. */
  readonly g: Float64Array;
  /** Standard deviations from what is expected: above 0 where high values gather, below 0 where low ones do. */
  readonly z: Float64Array;
  /** From the normal distribution, two-sided unless the permutations name an alternative. */
  readonly p: Float64Array;
  /** From conditional permutations, when asked for. */
  readonly pPermutation: Float64Array | null;
}

export interface LocalGSettings {
  /** Gi* counts a place among its neighbours (with a weight of 1), Gi leaves it out. */
  readonly star: boolean;
  /**
   * Variance of the weighted sum. Both agree for weights of 0 and 1. For others `1995` is the general formula, by which
   * a common factor of a row changes nothing; `1992` is the older one, made for 0 and 1 and put to row-standardised
   * weights by PySAL's `esda`, where it gives scores nearer to 0. Default `1995`.
   */
  readonly variance?: '1992' | '1995';
  /** Divide the weights by their sum in each row (after a place was counted in). */
  readonly rowStandardise?: boolean;
  readonly permutation?: PermutationSettings;
}

/**
 * Getis and Ord's Gi and Gi*: where high or low values gather.
 *
 * Source: A. Getis and J. K. Ord, Geographical Analysis 24 (1992) 189–206; J. K. Ord and A. Getis, Geographical
 * Analysis 27 (1995) 286–306, equations 6 and 7.
 * @param weights Between the places; whether a place is its own neighbour is for `star` to say
 * @throws CrimeAnalyticsError `TOO_FEW_PLACES`, `VALUE_INVALID`, `NO_VARIATION`
 */
export function localG(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  { star, variance = '1995', rowStandardise = false, permutation }: LocalGSettings,
): LocalG {
  const { mean, squares } = sampleMoments(values);
  const of = star ? withSelf(weights) : withoutSelf(weights);
  const n = values.length;
  const total = mean * n;
  const lag = spatialLag(of, values);
  const g = new Float64Array(n).fill(Number.NaN);
  const z = new Float64Array(n).fill(Number.NaN);
  const p = new Float64Array(n).fill(1);
  for (let place = 0; place < n; place += 1) {
    const [start, end] = [of.offsets[place]!, of.offsets[place + 1]!];
    if (start === end || (star && end - start === 1)) continue;
    let [sum, sumOfSquares] = [0, 0];
    for (let at = start; at < end; at += 1) {
      sum += of.weights[at]!;
      sumOfSquares += of.weights[at]! ** 2;
    }
    const scale = rowStandardise ? 1 / sum : 1;
    const [w, s1] = [sum * scale, sumOfSquares * scale * scale];
    // Gi is about the n − 1 other places: their mean and variance, by taking the place's own value out.
    const count = star ? n : n - 1;
    const own = values[place]!;
    const rest = star ? total : total - own;
    const centre = rest / count;
    const spread = star ? squares / n : (squares - (own - mean) ** 2) / count - (rest / count - mean) ** 2;
    const deviation = spread * ((count * (variance === '1992' ? w : s1) - w * w) / (count - 1));
    const weighted = lag[place]! * scale;
    g[place] = weighted / rest;
    z[place] = deviation > 0 ? (weighted - w * centre) / Math.sqrt(deviation) : 0;
    p[place] = normalP(z[place]!, permutation?.alternative);
  }
  return { g, z, p, pPermutation: permutation ? permuted(values, weights, permutation) : null };
}

/** A common factor of a row and a place's own value change nothing in the order of the permuted sums. */
function permuted(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  permutation: PermutationSettings,
): Float64Array {
  const { atLeast, atMost } = conditionalLagRanks(values, weights, permutation);
  return Float64Array.from(atLeast, (high, place) => permutationP(high, atMost[place]!, permutation));
}

function normalP(z: number, alternative: Alternative = 'two-sided'): number {
  if (alternative === 'two-sided') return normalTwoSided(z);
  return normalUpperTail(alternative === 'greater' ? z : -z);
}
