import { parseText } from '../../../search-params.ts';

/** What the address of the watchlists says. */
export interface WatchlistSearch {
  q?: string;
  /** The list that is open, and whose pictures are. */
  list?: string;
  person?: string;
}

export function parseWatchlistSearch(search: Record<string, unknown>): WatchlistSearch {
  return { ...parseText(search, 'q'), ...parseText(search, 'list'), ...parseText(search, 'person') };
}
