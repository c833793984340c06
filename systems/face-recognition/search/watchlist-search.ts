import type { Identifier } from '@amaan/contracts/identifier';
import type { TemplateSearch } from '@amaan/vision/templates/template-search';
import type { FaceTemplate } from '../embedding/embed-face.ts';
import type { ImpostorTail } from '../threshold/fit-tail.ts';
import { type SearchThreshold, searchThreshold } from '../threshold/search-threshold.ts';

/** An entry of a watchlist that looks like the face. */
export interface WatchlistCandidate {
  readonly entry: Identifier;
  readonly person: Identifier;
  /** Cosine, −1 to 1. */
  readonly similarity: number;
}

/** What a search of one face in one watchlist gives. */
export interface WatchlistAnswer {
  /** The most similar entry when it reaches the threshold. Otherwise null: a search that matches nobody names nobody. */
  readonly best: WatchlistCandidate | null;
  /** The most similar entry of another person than the best, over the threshold or not, so that reviewers see how near it came. */
  readonly nextBest: WatchlistCandidate | null;
  /** The most similar entry of each of the nearest people, best first, over the threshold or not; empty where `best` is null. */
  readonly nearest: readonly WatchlistCandidate[];
  /** Entries over the threshold, best first, several of one person included. */
  readonly possibleMatches: readonly WatchlistCandidate[];
  /** How many there were; more than are given only when there were very many. */
  readonly possibleMatchCount: number;
  readonly templatesSearched: number;
  /** The threshold and what it lets through: `falseMatchesPerSearch` at this size of the list. Null for an empty list. */
  readonly threshold: SearchThreshold | null;
  /** Whether every template was compared one by one. */
  readonly isExact: boolean;
}

export interface WatchlistPolicy {
  /** Probability that a search of somebody who is not listed gives a false match, above 0 and below 1. */
  readonly targetPerSearch: number;
  /** The impostor distribution of the embedding in use; the recorded one when left out. */
  readonly tail?: ImpostorTail;
  /** People that `nearest` holds at most, 2 or more; left out: 2. */
  readonly persons?: number;
}

/** Possible matches that are given at most. */
const MOST_MATCHES = 200;

/**
 * Searches a face in a watchlist that is in memory, with a threshold that follows from the list's size. The template is
 * the caller's to forget; the search keeps nothing of it.
 *
 * @throws TemplateError `TEMPLATE_LIST_UNKNOWN`, `TEMPLATE_LIST_DESTROYED` when the list was destroyed meanwhile, and for
 *   a template that is none `TEMPLATE_DIMENSION_WRONG`, `TEMPLATE_NOT_FINITE` or `TEMPLATE_WITHOUT_DIRECTION`.
 * @throws RangeError for a target that is no probability.
 */
export async function searchWatchlist(
  search: Pick<TemplateSearch, 'search' | 'sizeOf'>,
  watchlist: Identifier,
  template: FaceTemplate,
  { targetPerSearch, tail, persons = 2 }: WatchlistPolicy,
): Promise<WatchlistAnswer> {
  const size = search.sizeOf(watchlist);
  // Of an empty list the threshold is nothing, but the target and the template are judged all the same.
  const threshold = searchThreshold(Math.max(1, size), targetPerSearch, tail);
  const answer = await search.search(watchlist, template, {
    threshold: threshold.threshold,
    hits: MOST_MATCHES,
    persons,
  });
  const [first, second] = answer.persons;
  const isMatch = first !== undefined && first.similarity >= threshold.threshold;
  return {
    best: isMatch ? first : null,
    nextBest: isMatch ? (second ?? null) : null,
    nearest: isMatch ? answer.persons : [],
    possibleMatches: answer.hits,
    possibleMatchCount: answer.hitCount,
    templatesSearched: answer.searched,
    threshold: size === 0 ? null : threshold,
    isExact: answer.isExact,
  };
}
