import { parseChoice } from '../../search-params.ts';

export const TILE_COUNTS = [1, 4, 9, 16] as const;
export type TileCount = (typeof TILE_COUNTS)[number];

/** What the address of the live page says. */
export interface LiveSearch {
  view?: 'wall' | 'map';
  tiles?: TileCount;
  /** Page of the wall, from 1. */
  page?: number;
}

export function parseLiveSearch(search: Record<string, unknown>): LiveSearch {
  const tiles = TILE_COUNTS.find((count) => count === Number(search.tiles));
  const page = Number(search.page);
  return {
    ...parseChoice(search, 'view', ['wall', 'map']),
    ...(tiles !== undefined && { tiles }),
    ...(Number.isSafeInteger(page) && page > 1 && { page }),
  };
}
