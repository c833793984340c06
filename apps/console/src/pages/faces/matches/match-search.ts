import { parseChoice, parseText } from '../../../search-params.ts';

/** What the list is narrowed to: what waits for one's own answer, or a state. */
export const MATCH_VIEWS = ['waiting', 'possible', 'disputed', 'confirmed', 'rejected'] as const;
export type MatchView = (typeof MATCH_VIEWS)[number];

/** What the address of the possible matches says. */
export interface MatchSearch {
  view?: MatchView;
  /** The match that is open. */
  match?: string;
}

export function parseMatchSearch(search: Record<string, unknown>): MatchSearch {
  return { ...parseChoice(search, 'view', MATCH_VIEWS), ...parseText(search, 'match') };
}
