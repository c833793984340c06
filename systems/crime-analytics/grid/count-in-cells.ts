import { type CellGrid, cellAt, cellCount } from './cell-grid.ts';

/** What lies in each cell, and what lies in none. */
export interface CellCounts {
  /** One value a cell of the grid. */
  readonly counts: Float64Array;
  /** Sum of the incidents (or of their weights) outside of the grid or of its study area. */
  readonly outside: number;
}

/**
 * Counts incidents by cell.
 * @param weights What each incident counts for (an aoristic share, say); 1 each without it.
 */
export function countInCells(
  grid: CellGrid,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights?: ArrayLike<number>,
): CellCounts {
  const counts = new Float64Array(cellCount(grid));
  let outside = 0;
  for (let at = 0; at < x.length; at += 1) {
    const cell = cellAt(grid, x[at]!, y[at]!);
    const weight = weights ? weights[at]! : 1;
    if (cell >= 0) counts[cell]! += weight;
    else outside += weight;
  }
  return { counts, outside };
}
