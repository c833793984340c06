import { CONTEST_STATES, type ContestState } from '@amaan/contracts/violations/contest';
import { parseChoice, parseText } from '../../../search-params.ts';

/** What the address of the contests says. */
export interface ContestSearch {
  /** The state that is shown; left out: open ones. */
  view?: ContestState;
  /** The contest that is open. */
  id?: string;
}

export function parseContestSearch(search: Record<string, unknown>): ContestSearch {
  return { ...parseChoice(search, 'view', CONTEST_STATES), ...parseText(search, 'id') };
}
