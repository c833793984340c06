import { parseChoice } from '../../../search-params.ts';

/** What the address of travel times and origin–destination says. */
export function parseTravelSearch(search: Record<string, unknown>): { view?: 'pairs' | 'record' } {
  return parseChoice(search, 'view', ['pairs', 'record']);
}
