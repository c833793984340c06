import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { type CellGrid, cellCount, studyCellCount } from '../grid/cell-grid.ts';
import type { SpatialWeights } from './spatial-weights.ts';

/** Neighbours of a cell: those that share a side (rook), also those that share a corner (queen), or those whose middles are near. */
export type CellReach = 'rook' | 'queen' | { readonly metres: number };

/** Weights between the cells of a study area. */
export interface GridWeights {
  readonly weights: SpatialWeights;
  /** The number that each place of `weights` has in the grid; cells outside of the study area are left out. */
  readonly cells: Uint32Array;
}

/**
 * Binary weights between the cells of a grid that belong to its study area; no cell is its own neighbour.
 * @throws CrimeAnalyticsError `DISTANCE_INVALID` when a distance reaches no other cell
 */
export function gridWeights(grid: CellGrid, reach: CellReach): GridWeights {
  const steps = stepsOf(reach, grid.cellMetres);
  const { columns, rows, mask } = grid;
  const places = studyCellCount(grid);
  const cells = new Uint32Array(places);
  const placeOf = new Int32Array(cellCount(grid)).fill(-1);
  for (let cell = 0, place = 0; cell < placeOf.length; cell += 1)
    if (!mask || mask[cell]) {
      placeOf[cell] = place;
      cells[place] = cell;
      place += 1;
    }
  const offsets = new Uint32Array(places + 1);
  const neighbours = new Uint32Array(places * steps.length);
  let end = 0;
  for (let place = 0; place < places; place += 1) {
    const cell = cells[place]!;
    const column = cell % columns;
    const row = (cell - column) / columns;
    for (const [across, up] of steps) {
      if (column + across < 0 || column + across >= columns || row + up < 0 || row + up >= rows) continue;
      const other = placeOf[cell + up * columns + across]!;
      if (other < 0) continue;
      neighbours[end] = other;
      end += 1;
    }
    offsets[place + 1] = end;
  }
  const weights = new Float64Array(end).fill(1);
  return { weights: { length: places, offsets, neighbours: neighbours.slice(0, end), weights }, cells };
}

/** Steps [across, up] to the neighbours of a cell, from the south-west on. */
function stepsOf(reach: CellReach, cellMetres: number): readonly (readonly [number, number])[] {
  const distance = reach === 'rook' ? 1 : reach === 'queen' ? Math.SQRT2 : reach.metres / cellMetres;
  if (!(distance >= 1 && Number.isFinite(distance)))
    throw new CrimeAnalyticsError(
      'DISTANCE_INVALID',
      `The distance must reach the next cell: ${cellMetres} m or more.`,
    );
  // A hair more, so that a diagonal of whole cells is not lost to rounding.
  const limit = distance * distance * (1 + 1e-9);
  const far = Math.floor(distance * (1 + 1e-9));
  const steps: [number, number][] = [];
  for (let up = -far; up <= far; up += 1)
    for (let across = -far; across <= far; across += 1)
      if ((across !== 0 || up !== 0) && across * across + up * up <= limit) steps.push([across, up]);
  return steps;
}
