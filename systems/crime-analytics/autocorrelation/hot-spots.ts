import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { type CellGrid, cellCount } from '../grid/cell-grid.ts';
import { falseDiscoveryAdjusted } from './false-discovery.ts';
import { type CellReach, gridWeights } from './grid-weights.ts';
import { localG } from './local-g.ts';
import type { PermutationSettings } from './permutation-settings.ts';

export interface HotSpotSettings {
  /** Which cells are neighbours; default `queen`. */
  readonly reach?: CellReach;
  /** Gi* (default) counts a cell among its own neighbours, Gi leaves it out. */
  readonly star?: boolean;
  /** With it p-values are those of conditional permutations, without it those of the normal distribution. */
  readonly permutation?: PermutationSettings;
  /** The share of marked cells that may be there by chance; default 0.05. */
  readonly falseDiscoveryRate?: number;
  /** Default `false`: neighbouring cells share neighbours, so their tests depend on each other positively. */
  readonly anyDependence?: boolean;
}

/** One value a cell of the grid; NaN outside of the study area. */
export interface HotSpots {
  readonly z: Float64Array;
  readonly p: Float64Array;
  /** P-values adjusted for how many cells are looked at. */
  readonly q: Float64Array;
  /** 1 for a significant hot spot, −1 for a cold one, 0 otherwise, at the false discovery rate. */
  readonly mark: Int8Array;
  readonly hot: number;
  readonly cold: number;
  /** How many cells belong to the study area. */
  readonly cells: number;
  readonly falseDiscoveryRate: number;
}

/**
 * Where counts gather more, or less, than they would by chance: Gi* of each cell, corrected for looking at all of them.
 * @param counts One value a cell of the grid (`countInCells`)
 * @throws CrimeAnalyticsError those of `localG` and `gridWeights`, `RATE_INVALID`
 */
export function hotSpots(
  grid: CellGrid,
  counts: ArrayLike<number>,
  {
    reach = 'queen',
    star = true,
    permutation,
    falseDiscoveryRate = 0.05,
    anyDependence = false,
  }: HotSpotSettings = {},
): HotSpots {
  if (!(falseDiscoveryRate > 0 && falseDiscoveryRate < 1))
    throw new CrimeAnalyticsError('RATE_INVALID', 'The false discovery rate must lie between 0 and 1.');
  const { weights, cells } = gridWeights(grid, reach);
  const local = localG(
    Float64Array.from(cells, (cell) => counts[cell]!),
    weights,
    { star, ...(permutation && { permutation }) },
  );
  const tested = (local.pPermutation ?? local.p).map((p, place) =>
    Number.isNaN(local.z[place]) ? Number.NaN : p,
  );
  const adjusted = falseDiscoveryAdjusted(
    tested,
    anyDependence ? 'any-dependence' : 'independent-or-positive',
  );
  const [z, p, q] = [0, 0, 0].map(() => new Float64Array(cellCount(grid)).fill(Number.NaN));
  const mark = new Int8Array(cellCount(grid));
  let [hot, cold] = [0, 0];
  for (const [place, cell] of cells.entries()) {
    z![cell] = local.z[place]!;
    p![cell] = tested[place]!;
    q![cell] = adjusted[place]!;
    if (!(adjusted[place]! <= falseDiscoveryRate)) continue;
    mark[cell] = local.z[place]! > 0 ? 1 : -1;
    if (mark[cell] > 0) hot += 1;
    else cold += 1;
  }
  return { z: z!, p: p!, q: q!, mark, hot, cold, cells: cells.length, falseDiscoveryRate };
}
