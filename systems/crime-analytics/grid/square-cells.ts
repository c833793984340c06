import { type CellGrid, cellAt, cellCentre, cellCount } from './cell-grid.ts';
import type { CellSpace } from './cell-space.ts';
import { gaussianBlur } from './gaussian-blur.ts';

/** Square cells of a grid; numbered as in the grid, so that those outside of its mask have numbers, too. */
export class SquareCells implements CellSpace {
  readonly shape = 'square';
  readonly grid: CellGrid;
  readonly count: number;
  readonly studied: Int32Array;
  readonly sideMetres: number;

  constructor(grid: CellGrid) {
    this.grid = grid;
    this.count = cellCount(grid);
    const { mask } = grid;
    const all = Int32Array.from({ length: this.count }, (_, cell) => cell);
    this.studied = mask ? all.filter((cell) => mask[cell] === 1) : all;
    this.sideMetres = grid.cellMetres;
  }

  at(x: number, y: number): number {
    return cellAt(this.grid, x, y);
  }

  centre(cell: number): { readonly x: number; readonly y: number } {
    return cellCentre(this.grid, cell);
  }

  /** Side, column and row in the whole plane: grids of one side begin on multiples of it (`gridOver`). */
  name(cell: number): string {
    const { cellMetres, originX, originY, columns } = this.grid;
    const column = Math.round(originX / cellMetres) + (cell % columns);
    const row = Math.round(originY / cellMetres) + Math.floor(cell / columns);
    return `${cellMetres}:${column}:${row}`;
  }

  touching(cell: number): number[] {
    const { columns, rows, mask } = this.grid;
    const column = cell % columns;
    const row = Math.floor(cell / columns);
    const near: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1)
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
        const other = y * columns + x;
        if (other !== cell && (!mask || mask[other] === 1)) near.push(other);
      }
    return near;
  }

  spread(values: Float64Array, metres: number): Float64Array {
    return gaussianBlur(this.grid, metres).apply(values);
  }
}
