import { parseChoice, parseText } from '../../../search-params.ts';
import { type PeriodSearch, parsePeriod } from '../parts/period.ts';
import { STRIP_MEASURES, type StripMeasure } from './strip-measure.ts';

/** What the address of the corridors says. */
export interface CorridorSearch extends PeriodSearch {
  /** The open corridor. */
  id?: string;
  show?: StripMeasure;
}

export function parseCorridorSearch(search: Record<string, unknown>): CorridorSearch {
  return {
    ...parsePeriod(search),
    ...parseText(search, 'id'),
    ...parseChoice(search, 'show', STRIP_MEASURES),
  };
}
