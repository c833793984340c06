import { parseChoice, parseText } from '../../../search-params.ts';

/** What the list is narrowed to: what waits for one's own answer, or a state. */
export const CASE_VIEWS = ['waiting', 'held', 'confirmed', 'rejected'] as const;
export type CaseView = (typeof CASE_VIEWS)[number];

/** What the address of the review says. */
export interface CaseSearch {
  view?: CaseView;
  /** The case that is open. */
  id?: string;
}

export function parseCaseSearch(search: Record<string, unknown>): CaseSearch {
  return { ...parseChoice(search, 'view', CASE_VIEWS), ...parseText(search, 'id') };
}
