import { normalUpperTail } from '../autocorrelation/normal-distribution.ts';
import { type CellGrid, cellCount } from './cell-grid.ts';

/** Beyond so many standard deviations what is spread is left out: 6 in 100,000 on each axis. */
const REACH = 4;

/** Spreads what lies in the cells of a grid round them, normally on each axis. */
export interface GaussianBlur {
  /** Part of what lies in a cell that stays in it. */
  readonly stays: number;
  /** A new array; what would leave the grid or its study area is lost. */
  readonly apply: (values: Float64Array) => Float64Array;
}

/**
 * @param metres Standard deviation on each axis
 */
export function gaussianBlur(grid: CellGrid, metres: number): GaussianBlur {
  const kernel = cellMasses(grid.cellMetres, metres, grid.cellMetres / 2);
  const reach = (kernel.length - 1) / 2;
  const { columns, rows, mask } = grid;
  return {
    stays: kernel[reach]! ** 2,
    apply: (values) => {
      const alongRows = new Float64Array(cellCount(grid));
      for (let row = 0; row < rows; row++) {
        const start = row * columns;
        for (let column = 0; column < columns; column++) {
          const value = values[start + column]!;
          if (value === 0) continue;
          const last = Math.min(columns - 1, column + reach);
          for (let to = Math.max(0, column - reach); to <= last; to++) {
            alongRows[start + to]! += value * kernel[to - column + reach]!;
          }
        }
      }
      const blurred = new Float64Array(cellCount(grid));
      for (let row = 0; row < rows; row++) {
        const last = Math.min(rows - 1, row + reach);
        for (let to = Math.max(0, row - reach); to <= last; to++) {
          const share = kernel[to - row + reach]!;
          const [source, target] = [row * columns, to * columns];
          for (let column = 0; column < columns; column++) {
            blurred[target + column]! += share * alongRows[source + column]!;
          }
        }
      }
      if (mask) for (let cell = 0; cell < blurred.length; cell++) if (!mask[cell]) blurred[cell] = 0;
      return blurred;
    },
  };
}

/**
 * How much of a normal distribution lies in each cell of a row of cells: the middle one holds its mean, `offset` metres
 * from the cell's beginning.
 */
export function cellMasses(cellMetres: number, metres: number, offset: number): Float64Array {
  const reach = Math.max(1, Math.ceil((REACH * metres) / cellMetres));
  const edge = (n: number) => 1 - normalUpperTail((n * cellMetres - offset) / metres);
  return Float64Array.from({ length: 2 * reach + 1 }, (_, n) => edge(n - reach + 1) - edge(n - reach));
}
