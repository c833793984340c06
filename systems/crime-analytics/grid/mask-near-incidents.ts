import { type CellGrid, cellCount } from './cell-grid.ts';

/**
 * A study area where no boundary is known: the cells whose middles are no further than a distance from that of a cell
 * with incidents. It keeps seas and fields from being counted as quiet places.
 * @param counts One value a cell
 * @returns The grid with that mask; cells that its own mask leaves out stay out
 */
export function maskNearIncidents(grid: CellGrid, counts: ArrayLike<number>, metres: number): CellGrid {
  const { columns, rows, cellMetres, mask } = grid;
  const reach = metres / cellMetres;
  const steps = Math.floor(reach);
  const near = new Uint8Array(cellCount(grid));
  for (let cell = 0; cell < near.length; cell += 1) {
    if (!(counts[cell]! > 0)) continue;
    const column = cell % columns;
    const row = (cell - column) / columns;
    for (let up = Math.max(-steps, -row); up <= Math.min(steps, rows - 1 - row); up += 1) {
      const half = Math.floor(Math.sqrt(reach * reach - up * up));
      const start = (row + up) * columns;
      near.fill(1, start + Math.max(0, column - half), start + Math.min(columns - 1, column + half) + 1);
    }
  }
  if (mask) for (let cell = 0; cell < near.length; cell += 1) near[cell]! &= mask[cell]!;
  return { ...grid, mask: near };
}
