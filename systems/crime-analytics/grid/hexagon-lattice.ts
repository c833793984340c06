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
    const [first, second, third] = roundVariances(this.#steps).map((variance) =>
      cellMasses(1, Math.max(1e-6, Math.sqrt(Math.max(0, variance)) * metres), 0.5),
    ) as [Float64Array, Float64Array, Float64Array];
    const reach = (kernel: Float64Array) => (kernel.length - 1) / 2;
    // What leaves the study area along one line may come back along another; two passes never leave so wide a margin.
    const margin = 2 * Math.max(reach(first), reach(second), reach(third));
    const width = this.#columns + 2 * margin;
    const [ahead, up, both] = LINES.map(([i, j]) => j * width + i) as [number, number, number];
    const padded = this.#padded(margin, width);
    const moved = new Float64Array(width * (this.#rows + 2 * margin));
    for (let cell = 0; cell < padded.length; cell += 1)
      pour(moved, padded[cell]!, values[cell]!, ahead, first);
    const twice = new Float64Array(moved.length);
    for (let place = 0; place < moved.length; place += 1) pour(twice, place, moved[place]!, up, second);
    const spread = new Float64Array(values.length);
    for (let cell = 0; cell < padded.length; cell += 1) {
      const start = padded[cell]! - reach(third) * both;
      let sum = 0;
      for (let n = 0; n < third.length; n += 1) sum += third[n]! * twice[start + n * both]!;
      spread[cell] = sum;
    }
    return spread;
  }

  /** Places of the cells in rows and columns with a margin on all sides. */
  #padded(margin: number, width: number): Int32Array {
    const padded = new Int32Array(this.#places.length);
    for (let cell = 0; cell < padded.length; cell += 1) {
      const column = this.#places[cell]! % this.#columns;
      const row = (this.#places[cell]! - column) / this.#columns;
      padded[cell] = (row + margin) * width + column + margin;
    }
    return padded;
  }
}

/** Adds what lies in a place to the places around it along a line. @param step From one place to the next one along it */
function pour(into: Float64Array, place: number, value: number, step: number, kernel: Float64Array): void {
  if (value === 0) return;
  const start = place - ((kernel.length - 1) / 2) * step;
  for (let n = 0; n < kernel.length; n += 1) into[start + n * step]! += value * kernel[n]!;
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
