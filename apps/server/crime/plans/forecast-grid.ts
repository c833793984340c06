import { type CellLattice, decodeRaster } from '@amaan/contracts/crime/cell-lattice';
import type { ForecastResult } from '@amaan/contracts/crime/forecast';
import type { CellGrid } from '@amaan/crime-analytics/grid/cell-grid';

/** The cells of a forecast as the planner takes them. */
export function forecastGrid({ raster }: ForecastResult): { grid: CellGrid; expected: Float64Array } {
  const { originX, originY, cellMetres, columns, rows } = raster.lattice;
  const values = decodeRaster(raster);
  return {
    grid: {
      ...{ originX, originY, cellMetres, columns, rows },
      mask: Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1)),
    },
    expected: Float64Array.from(values, (value) => (Number.isNaN(value) ? 0 : value)),
  };
}

/** The same cell in another lattice of equal cells; null where it lies outside, or the cells differ. */
export function sameCell(cell: number, of: CellLattice, other: CellLattice): number | null {
  if (of.crs !== other.crs || of.cellMetres !== other.cellMetres) return null;
  const shift = (from: number, to: number) => Math.round((from - to) / of.cellMetres);
  const column = (cell % of.columns) + shift(of.originX, other.originX);
  const row = Math.floor(cell / of.columns) + shift(of.originY, other.originY);
  const inside = column >= 0 && column < other.columns && row >= 0 && row < other.rows;
  return inside ? row * other.columns + column : null;
}
