import { DIMENSIONS, GROUP, GROUPS } from './block-layout.ts';

/** What a row must score in the first two looks to be compared exactly. */
export interface Cutoffs {
  /** In levels, −128 to 127. */
  readonly places: number;
  /** Sum of the query's 4-bit values over the row's set signs. */
  readonly signs: number;
}

/** Levels of the tables of a value of 1: the sum of 16 tables stays within a byte up to a similarity of about 1. */
export const LEVELS_PER_VALUE = 4 * Math.sqrt(DIMENSIONS);

/** Standard deviations below the mean at which the looks cut: they lose 4.8 and 1.1 of 10,000 rows exactly at the least similarity. */
const PLACES_DEVIATIONS = 3.3;
const SIGNS_DEVIATIONS = 3.7;

/** Of the largest of 16 standard normal values: mean, and variance of its distance to their mean; numerical integration. */
const LARGEST_MEAN = 1.76599;
const LARGEST_VARIANCE = 0.2328;

/**
 * How low the scores of a row may be whose similarity is `least`.
 *
 * A row and a query of similarity c are turned at random. Given the row's code v (here: the places of the largest values,
 * or the signs), the query is c times the row plus a part that points anywhere at right angles to it, so that the score
 * ⟨v, query⟩ has mean c·⟨v, row⟩ and variance (1 − c²)(|v|² − ⟨v, row⟩²)/511, whatever the templates look like: J. Gao and
 * C. Long, "RaBitQ: quantizing high-dimensional vectors with a theoretical error bound", Proc. ACM Manag. Data 2 (2024)
 * 167, section 3.2. Places of largest values as a code: J. Yagnik et al., "The power of comparative reasoning", ICCV 2011.
 *
 * @param step of the query's 4-bit values, `total` their sum.
 */
export function cutoffsFor(least: number, step: number, total: number): Cutoffs {
  const places = lowest(least, {
    mean: (GROUPS * LARGEST_MEAN) / Math.sqrt(DIMENSIONS),
    variance: (GROUPS * LARGEST_VARIANCE) / DIMENSIONS,
    squares: GROUPS * (1 - 1 / GROUP),
    rounding: GROUPS / 12 / LEVELS_PER_VALUE ** 2,
    deviations: PLACES_DEVIATIONS,
  });
  const signs = lowest(least, {
    mean: Math.sqrt((2 / Math.PI) * DIMENSIONS),
    variance: 1 - 2 / Math.PI,
    squares: DIMENSIONS,
    rounding: (DIMENSIONS * step ** 2) / 12,
    deviations: SIGNS_DEVIATIONS,
  });
  return {
    places: Math.max(-128, Math.min(127, Math.floor(places * LEVELS_PER_VALUE))),
    // Over all signs the sum is 2 × that over the set ones − the total.
    signs: Math.floor((signs / step + total) / 2),
  };
}

interface Code {
  /** Mean and variance of ⟨v, row⟩ before the row has length 1. */
  readonly mean: number;
  readonly variance: number;
  /** |v|² */
  readonly squares: number;
  /** Variance by rounding of the query. */
  readonly rounding: number;
  readonly deviations: number;
}

function lowest(c: number, { mean, variance, squares, rounding, deviations }: Code): number {
  // That the row has length 1 takes off what its length would vary: Var(R) = 1 / (2 · 512).
  const ofCode = variance - mean ** 2 / (2 * DIMENSIONS);
  const ofQuery = ((1 - c ** 2) * (squares - mean ** 2)) / (DIMENSIONS - 1);
  return c * mean - deviations * Math.sqrt(c ** 2 * ofCode + ofQuery + rounding);
}
