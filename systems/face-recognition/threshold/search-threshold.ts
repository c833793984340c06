import { falseMatchRate, type ImpostorTail, similarityAt } from './fit-tail.ts';
import { IMPOSTOR_PAIRS, IMPOSTOR_TAIL, similarityInterval } from './impostor-distribution.ts';

/** What a search with a list of this size may do wrong, and the similarity that keeps it so. */
export interface SearchThreshold {
  /** Least similarity of a possible match. */
  readonly threshold: number;
  /** Expected rate of false matches in one comparison at this threshold. */
  readonly falseMatchRate: number;
  /** Probability that a search of somebody who is not listed gives a false match at all. */
  readonly falseMatchRatePerSearch: number;
  /** Number of false matches expected in one search of somebody who is not listed. */
  readonly falseMatchesPerSearch: number;
  /** Where the threshold lies with 95 %, few people as there were to measure it on. */
  readonly interval: { readonly low: number; readonly high: number };
  /** Whether the rate is smaller than any that was measured: the threshold then follows from the fit alone. */
  readonly isExtrapolated: boolean;
}

/**
 * The rate of one comparison that keeps a whole search at the target: of N independent comparisons none is false with
 * probability (1 − FMR)^N, so FMR_search = 1 − (1 − FMR)^N; P. Grother and P. Tabassi, NIST IR 8271 (2019), section 3,
 * call it the false positive identification rate and note that dependence makes it smaller.
 */
export function ratePerComparison(listSize: number, targetPerSearch: number): number {
  return -Math.expm1(Math.log1p(-targetPerSearch) / listSize);
}

/** The rate of a whole search, of that of one comparison. */
export function ratePerSearch(listSize: number, rate: number): number {
  return -Math.expm1(listSize * Math.log1p(-rate));
}

/**
 * The threshold of a search: it grows with the list, so that a search of somebody who is not on it gives a false match
 * no more often than the target, however long the list is.
 *
 * @param listSize templates that are compared with one face, 1 or more.
 * @param targetPerSearch probability of a false match in one search, above 0 and below 1.
 * @param tail the fitted impostor distribution; the recorded one when left out.
 * @throws RangeError for another size or target.
 */
export function searchThreshold(
  listSize: number,
  targetPerSearch: number,
  tail: ImpostorTail = IMPOSTOR_TAIL,
): SearchThreshold {
  if (!(Number.isSafeInteger(listSize) && listSize >= 1))
    throw new RangeError(`A list of ${listSize} templates cannot be searched.`);
  if (!(targetPerSearch > 0 && targetPerSearch < 1))
    throw new RangeError(`A target of ${targetPerSearch} false matches per search is not between 0 and 1.`);
  const allowed = ratePerComparison(listSize, targetPerSearch);
  const threshold = Math.min(1, similarityAt(tail, allowed));
  const rate = falseMatchRate(tail, threshold);
  return {
    threshold,
    falseMatchRate: rate,
    falseMatchRatePerSearch: ratePerSearch(listSize, rate),
    falseMatchesPerSearch: rate * listSize,
    interval: similarityInterval(allowed),
    isExtrapolated: allowed < 1 / IMPOSTOR_PAIRS,
  };
}
