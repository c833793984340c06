import type { CellChoice } from '@amaan/contracts/crime/cell-choice';
import { parseChoice } from '../../../search-params.ts';
import { type CrimeSearch, parseCrimeSearch } from '../question/crime-search.ts';

/** Days that a forecast is for. */
export const HORIZONS = ['7', '14', '28'] as const;
/** Per mille of the area that may be marked. */
export const SHARES = ['5', '10', '20', '50'] as const;

/** The cells that may be chosen, each with about how wide it is in metres. */
export const CELLS = {
  'square-150': { metres: 150, cells: { shape: 'square', metres: 150 } },
  'square-250': { metres: 250, cells: { shape: 'square', metres: 250 } },
  'square-500': { metres: 500, cells: { shape: 'square', metres: 500 } },
  'hexagon-10': { metres: 120, cells: { shape: 'hexagon', resolution: 10 } },
  'hexagon-9': { metres: 320, cells: { shape: 'hexagon', resolution: 9 } },
} as const satisfies Record<string, { metres: number; cells: CellChoice }>;
export type CellsName = keyof typeof CELLS;
export const CELLS_NAMES = Object.keys(CELLS) as CellsName[];

export interface ForecastSearch extends CrimeSearch {
  horizon?: (typeof HORIZONS)[number];
  share?: (typeof SHARES)[number];
  cells?: CellsName;
}

export function parseForecastSearch(search: Record<string, unknown>): ForecastSearch {
  // The router reads numbers out of the address.
  const text = { ...search, horizon: String(search.horizon), share: String(search.share) };
  return {
    ...parseCrimeSearch(search),
    ...parseChoice(text, 'horizon', HORIZONS),
    ...parseChoice(text, 'share', SHARES),
    ...parseChoice(search, 'cells', CELLS_NAMES),
  };
}
