import type { CellGrid } from '@amaan/crime-analytics/grid/cell-grid';
import type { AnalysisArea } from './analysis-data.ts';

/**
 * Which area each cell's middle lies in: index into the areas, −1 for none. Row by row, the edges that cross the line
 * through the middles are sorted, and what lies between an odd and an even crossing is inside (even–odd rule).
 * Where areas overlap the first counts.
 */
export function areaOfCells(grid: CellGrid, areas: readonly AnalysisArea[]): Int16Array {
  const { originX, originY, cellMetres, columns, rows } = grid;
  const areaOf = new Int16Array(columns * rows).fill(-1);
  for (const [index, { plane }] of areas.entries()) {
    const crossings: number[][] = Array.from({ length: rows }, () => []);
    for (const ring of plane)
      for (let at = 0; at < ring.length; at += 2) {
        const next = (at + 2) % ring.length;
        collect(ring[at]!, ring[at + 1]!, ring[next]!, ring[next + 1]!);
      }
    for (const [row, xs] of crossings.entries()) {
      xs.sort((one, other) => one - other);
      for (let pair = 0; pair + 1 < xs.length; pair += 2) {
        const first = Math.max(0, Math.ceil((xs[pair]! - originX) / cellMetres - 0.5));
        const last = Math.min(columns - 1, Math.ceil((xs[pair + 1]! - originX) / cellMetres - 0.5) - 1);
        for (let column = first; column <= last; column += 1) {
          const cell = row * columns + column;
          if (areaOf[cell] === -1) areaOf[cell] = index;
        }
      }
    }

    function collect(x1: number, y1: number, x2: number, y2: number): void {
      if (y1 === y2) return;
      const [low, high] = y1 < y2 ? [y1, y2] : [y2, y1];
      // A middle exactly at the upper end of an edge belongs to the next edge.
      const first = Math.max(0, Math.ceil((low - originY) / cellMetres - 0.5));
      const last = Math.min(rows - 1, Math.ceil((high - originY) / cellMetres - 0.5) - 1);
      for (let row = first; row <= last; row += 1) {
        const y = originY + (row + 0.5) * cellMetres;
        crossings[row]!.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
      }
    }
  }
  return areaOf;
}

/** The grid with the areas as its study area; as it is where there are none. */
export function maskedByAreas(grid: CellGrid, areas: readonly AnalysisArea[]): CellGrid {
  if (areas.length === 0) return grid;
  return { ...grid, mask: Uint8Array.from(areaOfCells(grid, areas), (area) => (area < 0 ? 0 : 1)) };
}

/** Index of the area that a place in the plane lies in, −1 for none. */
export function areaAt(areas: readonly AnalysisArea[], x: number, y: number): number {
  return areas.findIndex(({ plane }) => {
    let inside = false;
    for (const ring of plane)
      for (let at = 0; at < ring.length; at += 2) {
        const next = (at + 2) % ring.length;
        const [x1, y1, x2, y2] = [ring[at]!, ring[at + 1]!, ring[next]!, ring[next + 1]!];
        if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
      }
    return inside;
  });
}
