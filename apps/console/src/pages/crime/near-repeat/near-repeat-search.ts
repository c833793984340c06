import { parseChoice } from '../../../search-params.ts';
import { type CrimeSearch, parseCrimeSearch } from '../question/crime-search.ts';

export const DISTANCES = ['manhattan', 'euclidean'] as const;

export interface NearRepeatSearch extends CrimeSearch {
  /** How distances are measured; left out: along streets at right angles. */
  distance?: (typeof DISTANCES)[number];
}

export function parseNearRepeatSearch(search: Record<string, unknown>): NearRepeatSearch {
  return { ...parseCrimeSearch(search), ...parseChoice(search, 'distance', DISTANCES) };
}
