import { CrimeAnalyticsError } from '../crime-analytics-error.ts';

/** Square cells in the plane of the incidents, numbered row by row from the south-west. */
export interface CellGrid {
  /** South-western corner of cell 0, in metres. */
  readonly originX: number;
  readonly originY: number;
  readonly cellMetres: number;
  readonly columns: number;
  readonly rows: number;
  /** One byte a cell: 1 where it belongs to the study area. Without it all of them do. */
  readonly mask?: Uint8Array;
}

/** A rectangle in the plane, in metres. */
export interface PlaneBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** More cells than this are a slip of the keyboard: a city of 40 km in cells of 20 m has as many. */
export const MOST_CELLS = 4_000_000;

/** How many cells there are, those outside of the study area included. */
export function cellCount(grid: CellGrid): number {
  return grid.columns * grid.rows;
}

/** How many cells belong to the study area. */
export function studyCellCount(grid: CellGrid): number {
  const { mask } = grid;
  if (!mask) return cellCount(grid);
  let count = 0;
  for (const inside of mask) if (inside) count += 1;
  return count;
}

/** The number of the cell that holds a place, −1 outside of the grid or of its study area. */
export function cellAt(grid: CellGrid, x: number, y: number): number {
  const column = Math.floor((x - grid.originX) / grid.cellMetres);
  const row = Math.floor((y - grid.originY) / grid.cellMetres);
  // Written so that NaN is outside, too.
  if (!(column >= 0 && column < grid.columns && row >= 0 && row < grid.rows)) return -1;
  const cell = row * grid.columns + column;
  return grid.mask && !grid.mask[cell] ? -1 : cell;
}

/** The middle of a cell, in metres. */
export function cellCentre(grid: CellGrid, cell: number): { readonly x: number; readonly y: number } {
  return {
    x: grid.originX + ((cell % grid.columns) + 0.5) * grid.cellMetres,
    y: grid.originY + (Math.floor(cell / grid.columns) + 0.5) * grid.cellMetres,
  };
}

/** The smallest box around places. @throws CrimeAnalyticsError `NO_INCIDENTS` */
export function boxAround(x: ArrayLike<number>, y: ArrayLike<number>): PlaneBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < x.length; at += 1) {
    west = Math.min(west, x[at]!);
    east = Math.max(east, x[at]!);
    south = Math.min(south, y[at]!);
    north = Math.max(north, y[at]!);
  }
  if (!(west <= east && south <= north))
    throw new CrimeAnalyticsError('NO_INCIDENTS', 'There are no incidents in this area and period.');
  return { west, south, east, north };
}

/**
 * The grid that covers a box. Its corner lies on a multiple of the cell's side, so that the cells of one area are the
 * same ones whatever period is looked at, and those of two areas fit together.
 * @throws CrimeAnalyticsError `CELL_SIZE_INVALID`, `GRID_TOO_LARGE`
 */
export function gridOver(box: PlaneBox, cellMetres: number): CellGrid {
  if (!(cellMetres > 0 && Number.isFinite(cellMetres)))
    throw new CrimeAnalyticsError(
      'CELL_SIZE_INVALID',
      'The side of a cell must be a number of metres above 0.',
    );
  const originX = Math.floor(box.west / cellMetres) * cellMetres;
  const originY = Math.floor(box.south / cellMetres) * cellMetres;
  const columns = Math.floor((box.east - originX) / cellMetres) + 1;
  const rows = Math.floor((box.north - originY) / cellMetres) + 1;
  if (!(columns * rows <= MOST_CELLS))
    throw new CrimeAnalyticsError(
      'GRID_TOO_LARGE',
      `Cells of ${cellMetres} m would make a grid of ${columns} × ${rows}; choose larger cells or a smaller area.`,
    );
  return { originX, originY, cellMetres, columns, rows };
}
