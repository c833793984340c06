import type { Identifier } from '@amaan/contracts/identifier';
import type { WatchlistAnswer, WatchlistCandidate } from '@amaan/face-recognition/search/watchlist-search';
import { type SearchThreshold, searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';

export interface ChosenMatch {
  /** `entry` is the picture's identifier, `person` the entry's of the watchlist. */
  readonly best: WatchlistCandidate;
  readonly threshold: SearchThreshold;
  /** The most similar picture of another entry that is no more similar. */
  readonly nextBest: WatchlistCandidate | null;
}

/**
 * The possible match of a search, or null.
 * @param targetPerSearch probability of a false match in one search
 * @param weights of the pictures that weigh less than 1
 */
export function chooseMatch(
  answer: WatchlistAnswer,
  targetPerSearch: number,
  weights: ReadonlyMap<Identifier, number>,
): ChosenMatch | null {
  return chooseMatches(answer, targetPerSearch, weights)[0] ?? null;
}

/**
 * The possible matches of a search, one of each person, the most similar first. A picture that led to wrong matches
 * before has to be met more closely, so the most similar one is not always the one that is named.
 *
 * @param targetPerSearch probability of a false match in one search
 * @param weights of the pictures that weigh less than 1
 */
export function chooseMatches(
  answer: WatchlistAnswer,
  targetPerSearch: number,
  weights: ReadonlyMap<Identifier, number>,
): ChosenMatch[] {
  const thresholdOf = ({ entry }: WatchlistCandidate) =>
    searchThreshold(answer.templatesSearched, targetPerSearch * (weights.get(entry) ?? 1));
  const met = answer.possibleMatches.filter((one) => one.similarity >= thresholdOf(one).threshold);
  const seen = [...answer.nearest, ...answer.possibleMatches].toSorted((a, b) => b.similarity - a.similarity);
  return met
    .filter(({ person }, index) => met.findIndex((other) => other.person === person) === index)
    .map((best) => ({
      best,
      threshold: thresholdOf(best),
      nextBest: seen.find((one) => one.person !== best.person && one.similarity <= best.similarity) ?? null,
    }));
}
