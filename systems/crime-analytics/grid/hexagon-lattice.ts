import { cellToLocalIj, localIjToCell } from 'h3-js';
import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { MOST_CELLS } from './cell-grid.ts';
import { cellMasses } from './gaussian-blur.ts';

/** A step of the lattice along each of the three lines through a hexagon and two of its neighbours. */
const LINES = [
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

type Vector = readonly [x: number, y: number];

/**
 * Hexagons as rows and columns: H3's coordinates i and j, which rise along two lines through neighbours, 120° apart. A third
 * line, along which both rise, goes through the other two neighbours.
 */
export class HexagonLattice {
  /** Area of a hexagon in the middle of the study area. */
  readonly cellSquareMetres: number;
  readonly #columns: number;
  readonly #rows: number;
  /** Place of each cell in the rows and columns. */
  readonly #places: Int32Array;
  /** Metres of one step along each of the lines. */
  readonly #steps: readonly [Vector, Vector, Vector];

  /**
   * @param cells Addresses of H3, of one resolution, at least one
   * @param centreOf The middle of a hexagon, metres in the plane
   * @throws CrimeAnalyticsError `HEXAGONS_IRREGULAR` around one of H3's twelve pentagons, or across a continent,
   *   `GRID_TOO_LARGE`
   */
  constructor(cells: readonly string[], centreOf: (cell: string) => Vector) {
    const middle = cells[Math.floor(cells.length / 2)]!;
    const at = regularly(() => cells.map((cell) => cellToLocalIj(middle, cell)));
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { i, j } of at) {
      [west, east] = [Math.min(west, i), Math.max(east, i)];
      [south, north] = [Math.min(south, j), Math.max(north, j)];
    }
    this.#columns = east - west + 1;
    this.#rows = north - south + 1;
    if (this.#columns * this.#rows > MOST_CELLS)
      throw new CrimeAnalyticsError(
        'GRID_TOO_LARGE',
        'These hexagons lie too far apart; choose larger ones or a smaller area.',
      );
    this.#places = Int32Array.from(at, ({ i, j }) => (j - south) * this.#columns + (i - west));
    const own = cellToLocalIj(middle, middle);
    const beside = (i: number, j: number) =>
      regularly(() => centreOf(localIjToCell(middle, { i: own.i + i, j: own.j + j })));
    const [along, across, both] = LINES.map(([i, j]): Vector => {
      const [ahead, behind] = [beside(i, j), beside(-i, -j)];
      return [(ahead[0] - behind[0]) / 2, (ahead[1] - behind[1]) / 2];
    });
    this.#steps = [along!, across!, both!];
    this.cellSquareMetres = Math.abs(along![0] * across![1] - along![1] * across![0]);
  }

  /**
   * Spreads values normally on each axis of the plane. A sum of three independent normal steps along the three lines is
   * normal, and there is one choice of their variances by which it is round, even where H3 draws its hexagons somewhat
   * longer than wide; so three passes in one dimension do what one in two would.
   *
   * @param values One a cell
   * @param metres Standard deviation on each axis
   */
  spread(values: Float64Array, metres: number): Float64Array {
    const kernels = roundVariances(this.#steps).map((variance) =>
      cellMasses(1, Math.max(1e-6, Math.sqrt(Math.max(0, variance)) * metres), 0.5),
    );
    // What leaves along one line may come back along another.
    const margin = Math.max(...kernels.map((kernel) => (kernel.length - 1) / 2));
    const columns = this.#columns + 2 * margin;
    const rows = this.#rows + 2 * margin;
    const padded = Int32Array.from(this.#places, (place) => {
      const row = Math.floor(place / this.#columns);
      return (row + margin) * columns + (place % this.#columns) + margin;
    });
    let spread: Float64Array = new Float64Array(columns * rows);
    for (const [cell, place] of padded.entries()) spread[place] = values[cell]!;
    for (const [line, [i, j]] of LINES.entries())
      spread = blurAlong(spread, columns, j * columns + i, kernels[line]!);
    return Float64Array.from(padded, (place) => spread[place]!);
  }
}

/** Moves what lies in each place to those along a line. @param step From one place to the next one along the line */
function blurAlong(values: Float64Array, columns: number, step: number, kernel: Float64Array): Float64Array {
  const reach = (kernel.length - 1) / 2;
  const blurred = new Float64Array(values.length);
  // Whether a step changes the column: rows end, and what is moved over an end would come out in another row.
  const sideways = step === columns ? 0 : 1;
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place]!;
    if (value === 0) continue;
    const column = place % columns;
    for (let n = -reach; n <= reach; n += 1) {
      const to = place + n * step;
      const toColumn = column + n * sideways;
      if (to < 0 || to >= values.length || toColumn < 0 || toColumn >= columns) continue;
      blurred[to]! += value * kernel[n + reach]!;
    }
  }
  return blurred;
}

/**
 * The variances v of steps along three lines d (metres) for which Σ v d dᵀ is 1 square metre on each axis: three linear
 * equations, solved by Cramer's rule. For regular hexagons s metres apart each is 2 / (3 s²).
 */
function roundVariances(steps: readonly [Vector, Vector, Vector]): [number, number, number] {
  const rows = [
    steps.map(([x]) => x * x),
    steps.map(([, y]) => y * y),
    steps.map(([x, y]) => x * y),
  ] as const;
  const whole = determinant(...rows);
  const solved = [0, 1, 2].map((line) => {
    const replaced = rows.map((row, n) => row.map((value, at) => (at === line ? RIGHT[n]! : value)));
    return determinant(replaced[0]!, replaced[1]!, replaced[2]!) / whole;
  });
  return [solved[0]!, solved[1]!, solved[2]!];
}

const RIGHT = [1, 1, 0];

function determinant(a: readonly number[], b: readonly number[], c: readonly number[]): number {
  return (
    a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) -
    a[1]! * (b[0]! * c[2]! - b[2]! * c[0]!) +
    a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!)
  );
}

/** @throws CrimeAnalyticsError `HEXAGONS_IRREGULAR` for what H3 cannot lay into rows */
function regularly<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new CrimeAnalyticsError(
      'HEXAGONS_IRREGULAR',
      'The hexagons of this area cannot be laid into rows; choose square cells.',
    );
  }
}
