import { seededRandom } from '@amaan/contracts/seeded-random';

/** Draws from the usual distributions, all from one seed: equal seeds give equal draws in equal order. */
export interface Draws {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
  /** Exponential with this mean. */
  readonly exponential: (mean: number) => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Poisson with this mean. */
  readonly poisson: (mean: number) => number;
  /** An index, with a chance in proportion to its weight (`cumulative` as from `cumulativeWeights`). */
  readonly index: (cumulative: Float64Array) => number;
}

/** The longest mean that Knuth's multiplication is used for; larger ones are split, since sums of Poisson are Poisson. */
const SMALL_MEAN = 30;

/**
 * Sources: G. E. P. Box and M. E. Muller, A note on the generation of random normal deviates (1958); D. E. Knuth, The
 * Art of Computer Programming 2, section 3.4.1 (Poisson by multiplication).
 */
export function drawsFrom(seed: number): Draws {
  const uniform = seededRandom(seed);
  let spare: number | null = null;

  const normal = () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };

  const smallPoisson = (mean: number) => {
    const floor = Math.exp(-mean);
    let drawn = 0;
    for (let product = uniform(); product > floor; product *= uniform()) drawn++;
    return drawn;
  };

  const poisson = (mean: number) => {
    let drawn = 0;
    let left = mean;
    for (; left > SMALL_MEAN; left -= SMALL_MEAN) drawn += smallPoisson(SMALL_MEAN);
    return drawn + (left > 0 ? smallPoisson(left) : 0);
  };

  const index = (cumulative: Float64Array) => {
    const sought = uniform() * cumulative[cumulative.length - 1]!;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (cumulative[middle]! > sought) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  return { uniform, exponential: (mean) => -mean * Math.log(1 - uniform()), normal, poisson, index };
}

/** Running sums of weights, none of them negative: what `Draws.index` draws from. */
export function cumulativeWeights(weights: ArrayLike<number>): Float64Array {
  const cumulative = new Float64Array(weights.length);
  let sum = 0;
  for (let n = 0; n < weights.length; n++) {
    sum += weights[n]!;
    cumulative[n] = sum;
  }
  return cumulative;
}
