import { parseChoice } from '../../../search-params.ts';
import { type CrimeSearch, parseCrimeSearch } from '../question/crime-search.ts';

export const TREND_STEPS = ['day', 'week', 'month'] as const;

export interface TrendSearch extends CrimeSearch {
  /** How long a step of the series is; left out: a week. */
  step?: (typeof TREND_STEPS)[number];
}

export function parseTrendSearch(search: Record<string, unknown>): TrendSearch {
  return { ...parseCrimeSearch(search), ...parseChoice(search, 'step', TREND_STEPS) };
}
