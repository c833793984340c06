import { type CellGrid, cellAt, cellCount } from '../../grid/cell-grid.ts';
import { type GaussianBlur, gaussianBlur } from '../../grid/gaussian-blur.ts';
import type { PlacedEvents } from './self-exciting-model.ts';

/** Cells that the smoothing is done on, at most. */
const MOST_CELLS = 1_000_000;

/**
 * Events smoothed with one width, on cells of about half of it: on coarser ones all that gathers within a cell would pass
 * for repeats, and finer ones cost time for nothing.
 */
export class SmoothedLevel {
  readonly metres: number;
  /** At each event, from the others: how densely weight lies there, per m², of 1 in all. */
  readonly atEvents: Float64Array;
  readonly #grid: CellGrid;
  readonly #own: CellGrid;
  readonly #blur: GaussianBlur;
  readonly #eventCells: Int32Array;
  /** Part of each own cell that belongs to the study area. */
  readonly #inStudy: Float64Array;
  #density: Float64Array;

  constructor(events: PlacedEvents, grid: CellGrid, metres: number) {
    this.metres = metres;
    this.#grid = grid;
    this.#own = gridFor(grid, metres);
    this.#blur = gaussianBlur(this.#own, metres);
    this.#eventCells = Int32Array.from(events.x, (x, n) => cellAt(this.#own, x, events.y[n]!));
    this.#inStudy = studyShares(grid, this.#own);
    this.#density = new Float64Array(cellCount(this.#own));
    this.atEvents = new Float64Array(events.length);
  }

  /** @param weights Of each event */
  update(weights: Float64Array): void {
    const sums = new Float64Array(cellCount(this.#own));
    for (let n = 0; n < weights.length; n++) sums[this.#eventCells[n]!]! += weights[n]!;
    const blurred = this.#blur.apply(sums);
    // What the blur carries out of the study area is spread over what is left, so that the sum stays right.
    let kept = 0;
    for (let cell = 0; cell < blurred.length; cell++) kept += blurred[cell]! * this.#inStudy[cell]!;
    const scale = kept > 0 ? 1 / kept / this.#own.cellMetres ** 2 : 0;
    this.#density = blurred.map((value) => value * scale);
    for (let n = 0; n < weights.length; n++) {
      const own = weights[n]! * this.#blur.stays * scale;
      this.atEvents[n] = Math.max(0, this.#density[this.#eventCells[n]!]! - own);
    }
  }

  /** The mean density in a cell of the grid. */
  densityIn(cell: number): number {
    const { columns, cellMetres, originX, originY } = this.#grid;
    const parts = Math.max(1, Math.round(cellMetres / this.#own.cellMetres));
    const part = cellMetres / parts;
    const west = originX + (cell % columns) * cellMetres;
    const south = originY + Math.floor(cell / columns) * cellMetres;
    let sum = 0;
    for (let n = 0; n < parts ** 2; n++) {
      const x = west + ((n % parts) + 0.5) * part;
      const y = south + (Math.floor(n / parts) + 0.5) * part;
      sum += this.#density[cellAt(this.#own, x, y)]!;
    }
    return sum / parts ** 2;
  }
}

/** Cells of half of the width, as whole parts or multiples of the grid's, over all of it; without a mask. */
function gridFor({ originX, originY, cellMetres, columns, rows }: CellGrid, metres: number): CellGrid {
  const cover = (side: number): CellGrid => ({
    ...{ originX, originY, cellMetres: side },
    columns: Math.ceil((columns * cellMetres) / side - 1e-9),
    rows: Math.ceil((rows * cellMetres) / side - 1e-9),
  });
  if (metres / 2 >= cellMetres) return cover(cellMetres * Math.floor(metres / 2 / cellMetres));
  let parts = Math.ceil(cellMetres / (metres / 2));
  while (parts > 1 && columns * rows * parts ** 2 > MOST_CELLS) parts--;
  return cover(cellMetres / parts);
}

function studyShares(grid: CellGrid, own: CellGrid): Float64Array {
  const shares = new Float64Array(cellCount(own));
  const isStudied = (cell: number) => cell >= 0 && (!grid.mask || grid.mask[cell] === 1);
  const parts = Math.max(1, Math.round(own.cellMetres / grid.cellMetres));
  const part = own.cellMetres / parts;
  for (let cell = 0; cell < shares.length; cell++) {
    const west = own.originX + (cell % own.columns) * own.cellMetres;
    const south = own.originY + Math.floor(cell / own.columns) * own.cellMetres;
    for (let n = 0; n < parts ** 2; n++) {
      const inside = cellAt(
        grid,
        west + ((n % parts) + 0.5) * part,
        south + (Math.floor(n / parts) + 0.5) * part,
      );
      if (isStudied(inside)) shares[cell]! += 1 / parts ** 2;
    }
  }
  return shares;
}
