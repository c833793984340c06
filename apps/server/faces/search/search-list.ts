import type { Identifier } from '@amaan/contracts/identifier';
import type { FaceTemplate } from '@amaan/face-recognition/embedding/embed-face';
import {
  searchWatchlist,
  type WatchlistAnswer,
  type WatchlistCandidate,
  type WatchlistPolicy,
} from '@amaan/face-recognition/search/watchlist-search';
import { TemplateError } from '@amaan/vision/templates/template-error';
import { FaceSearchRefused } from './face-search-refused.ts';
import type { SearchedLists } from './searched-lists.ts';

/** What of a list is searched, and how. */
export interface ListedSearch extends WatchlistPolicy {
  readonly watchlistId: Identifier;
  readonly template: FaceTemplate;
}

/**
 * Searches a face in a list, which is loaded for it where it is not in memory.
 * @throws FaceSearchRefused, or HttpError of the vault, also when the list went while it was searched
 */
export async function searchList(
  lists: Pick<SearchedLists, 'open'>,
  { watchlistId, template, ...policy }: ListedSearch,
): Promise<WatchlistAnswer> {
  for (let isAgain = false; ; isAgain = true) {
    const list = await lists.open(watchlistId);
    if (list.search.sizeOf(list.name) === 0) throw new FaceSearchRefused('FACE_LIST_EMPTY');
    try {
      const answer = await searchWatchlist(list.search, list.name, template, policy);
      if (list.isOpen) return answer;
      throw new FaceSearchRefused('FACE_SEARCH_NOT_AUTHORISED');
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      const isGone =
        error.code === 'TEMPLATE_LIST_DESTROYED' ||
        error.code === 'TEMPLATE_LIST_UNKNOWN' ||
        error.code === 'TEMPLATE_SEARCH_CLOSED';
      if (!isGone) throw new FaceSearchRefused('FACE_REQUEST_MALFORMED');
      // Where the list was but reviewed anew, the next try finds it; where it is gone, the vault refuses.
      if (isAgain) throw new FaceSearchRefused('FACE_SEARCH_NOT_AUTHORISED');
    }
  }
}

/** In a list in memory an entry is a picture, and a person an entry of the watchlist. */
export function candidateOf({ entry, person, similarity }: WatchlistCandidate) {
  // Rounding of small numbers may lead a little over one.
  return { entryId: person, pictureId: entry, similarity: Math.min(1, Math.max(-1, similarity)) };
}
