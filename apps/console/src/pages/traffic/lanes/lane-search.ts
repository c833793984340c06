import { parseText } from '../../../search-params.ts';
import { type PeriodSearch, parsePeriod } from '../parts/period.ts';

/** What the address of a camera's lanes says: one lane, or all lanes of an approach added up. */
export interface LaneSearch extends PeriodSearch {
  lane?: string;
  approach?: string;
}

export function parseLaneSearch(search: Record<string, unknown>): LaneSearch {
  return { ...parsePeriod(search), ...parseText(search, 'lane'), ...parseText(search, 'approach') };
}
