import type { CellGrid } from '../grid/cell-grid.ts';
import { kernelPeak } from './kernel.ts';
import { nodesOver, readFromNodes } from './read-from-nodes.ts';
import type { WeightedPlaces } from './weighted-places.ts';

/** A polynomial of degree 4 has five coefficients; eight numbers are a line of the processor's cache. */
const STRIDE = 8;

/**
 * Quartic kernels in the middles of cells, exactly, with work of places × rows in reach instead of places × cells: along
 * a row a kernel is one polynomial from where it begins to where it ends,
 * (a − (X − x)²)² = X⁴ − 4xX³ + (6x² − 2a)X² + (4ax − 4x³)X + (x² − a)² with a = 1 − dy², in bandwidths. So each place adds
 * five coefficients where its kernel begins, takes them off after it ends, and a cell's value is the running sum's.
 * X counts from the middle of the grid, which keeps what rounding leaves behind below 10⁻⁶ of a peak for 100,000 places.
 * @returns One value a cell, per square metre
 */
export function quarticRows(
  { x, y, weights }: WeightedPlaces,
  { originX, originY, cellMetres, columns, rows }: CellGrid,
  bandwidth: number,
): Float64Array {
  const values = new Float64Array(columns * rows);
  const size = bandwidth / cellMetres;
  const peak = kernelPeak('quartic', bandwidth);
  const middle = (columns - 1) / 2;
  const { row, column, weight } = sortByRow();
  const changes = new Float64Array((columns + 1) * STRIDE);
  const scale = 1 / size;
  let first = 0;
  for (let to = 0; to < rows; to += 1) {
    changes.fill(0);
    // Sorted by whole rows, so that those at either end are looked at one by one.
    while (first < row.length && row[first]! < Math.floor(to - size)) first += 1;
    for (let at = first; at < row.length && row[at]! < Math.ceil(to + size) + 1; at += 1) {
      const up = (row[at]! - to) * scale;
      const left = 1 - up * up;
      if (left <= 0) continue;
      const half = size * Math.sqrt(left);
      // Whole numbers by `| 0`: rounding up is one more than rounding the other way down.
      const from = column[at]! - half;
      const until = column[at]! + half;
      const west = from > 0 ? (from | 0) + (from > (from | 0) ? 1 : 0) : 0;
      const east = until < columns - 1 ? until | 0 : columns - 1;
      if (west > east || until < 0) continue;
      const w = weight[at]!;
      const tau = (column[at]! - middle) * scale;
      const square = tau * tau;
      const c3 = -4 * w * tau;
      const c2 = w * (6 * square - 2 * left);
      const c1 = c3 * (square - left);
      const c0 = w * (square - left) * (square - left);
      const begin = west * STRIDE;
      changes[begin]! += c0;
      changes[begin + 1]! += c1;
      changes[begin + 2]! += c2;
      changes[begin + 3]! += c3;
      changes[begin + 4]! += w;
      const end = (east + 1) * STRIDE;
      changes[end]! -= c0;
      changes[end + 1]! -= c1;
      changes[end + 2]! -= c2;
      changes[end + 3]! -= c3;
      changes[end + 4]! -= w;
    }
    let [s0, s1, s2, s3, s4] = [0, 0, 0, 0, 0];
    for (let cell = 0; cell < columns; cell += 1) {
      const change = cell * STRIDE;
      s0 += changes[change]!;
      s1 += changes[change + 1]!;
      s2 += changes[change + 2]!;
      s3 += changes[change + 3]!;
      s4 += changes[change + 4]!;
      const at = (cell - middle) / size;
      values[to * columns + cell] = Math.max(0, s0 + at * (s1 + at * (s2 + at * (s3 + at * s4))));
    }
  }
  return values;

  /** Places in cells from the middle of the south-western one, by rows from the south; those in no cell's reach left out. */
  function sortByRow(): { row: Float64Array; column: Float64Array; weight: Float64Array } {
    const margin = Math.ceil(size) + 1;
    const starts = new Uint32Array(rows + 2 * margin + 1);
    const bucketOf = new Int32Array(x.length).fill(-1);
    for (let place = 0; place < x.length; place += 1) {
      const at = (y[place]! - originY) / cellMetres - 0.5;
      const across = (x[place]! - originX) / cellMetres - 0.5;
      if (!(Math.abs(across - middle) < middle + size && at > -size && at < rows - 1 + size)) continue;
      const bucket = Math.floor(at) + margin;
      bucketOf[place] = bucket;
      starts[bucket + 1]! += 1;
    }
    for (let bucket = 1; bucket < starts.length; bucket += 1) starts[bucket]! += starts[bucket - 1]!;
    const count = starts[starts.length - 1]!;
    const sorted = {
      row: new Float64Array(count),
      column: new Float64Array(count),
      weight: new Float64Array(count),
    };
    for (let place = 0; place < x.length; place += 1) {
      const bucket = bucketOf[place]!;
      if (bucket < 0) continue;
      const at = starts[bucket]!;
      starts[bucket] = at + 1;
      sorted.row[at] = (y[place]! - originY) / cellMetres - 0.5;
      sorted.column[at] = (x[place]! - originX) / cellMetres - 0.5;
      sorted.weight[at] = peak * (weights ? weights[place]! : 1);
    }
    return sorted;
  }
}

/** How many nodes a quartic kernel's radius has at least where it is computed on nodes. */
const NODES = 20;

/**
 * Quartic kernels that cover very many cells: computed on nodes some cells apart and read from those. Nothing is lost in the
 * places themselves, so the error is that of reading where a kernel ends and its second derivative jumps: less than 10⁻³ of
 * the peak of each incident's kernel.
 * @returns One value a cell, per square metre
 */
export function quarticRowsOnNodes(places: WeightedPlaces, grid: CellGrid, bandwidth: number): Float64Array {
  const step = quarticStep(grid, bandwidth);
  if (step === 1) return quarticRows(places, grid, bandwidth);
  const nodes = nodesOver(grid, step);
  const values = readFromNodes(quarticRows(places, nodes, bandwidth), nodes.columns, step, grid);
  for (let at = 0; at < values.length; at += 1) if (values[at]! < 0) values[at] = 0;
  return values;
}

/** Cells from one node to the next. */
export function quarticStep({ cellMetres }: CellGrid, bandwidth: number): number {
  return Math.max(1, Math.floor(bandwidth / cellMetres / NODES));
}
