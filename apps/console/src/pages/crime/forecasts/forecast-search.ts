import { parseChoice } from '../../../search-params.ts';
import { type CrimeSearch, parseCrimeSearch } from '../question/crime-search.ts';

/** Days that a forecast is for. */
export const HORIZONS = ['7', '14', '28'] as const;
/** Per mille of the area that may be marked. */
export const SHARES = ['5', '10', '20', '50'] as const;

export interface ForecastSearch extends CrimeSearch {
  horizon?: (typeof HORIZONS)[number];
  share?: (typeof SHARES)[number];
}

export function parseForecastSearch(search: Record<string, unknown>): ForecastSearch {
  // The router reads numbers out of the address.
  const text = { ...search, horizon: String(search.horizon), share: String(search.share) };
  return {
    ...parseCrimeSearch(search),
    ...parseChoice(text, 'horizon', HORIZONS),
    ...parseChoice(text, 'share', SHARES),
  };
}
