import { parseChoice, parseText } from '../../../search-params.ts';
import type { Span } from '../search/plate-search.ts';

/** What the address of a journey says; never what was found. */
export interface JourneySearch {
  view?: 'convoy';
  plate?: string;
  span?: Span;
  from?: string;
  to?: string;
  /** Of a convoy: how many cameras must have seen both, within how many seconds. */
  cameras?: number;
  seconds?: number;
}

export const LEAST_CAMERAS = { least: 2, most: 20, usual: 3 } as const;
export const MOST_SECONDS = { least: 5, most: 600, usual: 60 } as const;

export function parseJourneySearch(search: Record<string, unknown>): JourneySearch {
  return {
    ...parseChoice(search, 'view', ['convoy']),
    ...parseText(search, 'plate'),
    ...parseChoice(search, 'span', ['hour', 'day', 'week', 'month', 'between']),
    ...parseText(search, 'from'),
    ...parseText(search, 'to'),
    ...parseNumber(search, 'cameras', LEAST_CAMERAS),
    ...parseNumber(search, 'seconds', MOST_SECONDS),
  };
}

function parseNumber<Name extends string>(
  search: Record<string, unknown>,
  name: Name,
  { least, most }: { readonly least: number; readonly most: number },
): { [Key in Name]?: number } {
  const value = Number(search[name]);
  if (search[name] === undefined || !Number.isInteger(value) || value < least || value > most) return {};
  return { [name]: value } as { [Key in Name]?: number };
}
