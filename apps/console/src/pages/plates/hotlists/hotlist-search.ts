import { HOTLIST_ENTRY_STATES } from '@amaan/contracts/plates/hotlist';
import { parseChoice, parseText } from '../../../search-params.ts';

/** What the address of the hotlists says. */
export interface HotlistSearch {
  q?: string;
  closed?: 'true';
  /** The list that is open, and what its entries are narrowed by. */
  list?: string;
  entries?: (typeof HOTLIST_ENTRY_STATES)[number];
  find?: string;
}

export function parseHotlistSearch(search: Record<string, unknown>): HotlistSearch {
  return {
    ...parseText(search, 'q'),
    // The router reads `true` as a boolean.
    ...(String(search.closed) === 'true' && { closed: 'true' as const }),
    ...parseText(search, 'list'),
    ...parseChoice(search, 'entries', HOTLIST_ENTRY_STATES),
    ...parseText(search, 'find'),
  };
}
