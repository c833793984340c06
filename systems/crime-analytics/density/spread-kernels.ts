import type { CellGrid } from '../grid/cell-grid.ts';
import { KERNEL_REACH, type Kernel, kernelPeak } from './kernel.ts';
import { LAGRANGE_NODES, lagrangeWeights } from './lagrange-weights.ts';
import type { WeightedPlaces } from './weighted-places.ts';

/** Nodes beside a place or cell that interpolation needs: 3 before and 4 after. */
const MARGIN = 4;

/**
 * Densities in the middles of cells for kernels that cover many of them: each place is put on 8 × 8 nodes by Lagrange's
 * interpolation, the nodes are smoothed, and the cells read from the smoothed nodes in the same way. The work hardly
 * depends on how many places there are.
 *
 * Errors, of the peak of one incident's kernel: below 2 · 10⁻⁵ for a Gaussian of at least 3 node distances; some 10⁻³
 * for the quartic kernel of 24, whose second derivative jumps at its edge.
 * @param step Cells from one node to the next: more than 1 where the kernel is much larger than a cell, ½ (Gaussian only)
 * where it is small
 */
export function spreadKernels(
  places: WeightedPlaces,
  grid: CellGrid,
  kernel: Kernel,
  bandwidth: number,
  step: number,
): Float64Array {
  const { cellMetres, columns, rows } = grid;
  const nodeMetres = cellMetres * step;
  const size = bandwidth / nodeMetres;
  const reach = Math.ceil(size * KERNEL_REACH[kernel]);
  // Smoothed nodes: those on the cells, and a margin where cells lie between nodes.
  const margin = step <= 1 ? 0 : MARGIN;
  // Where there are more nodes than cells, only those on cells are wanted.
  const stride = Math.max(1, 1 / step);
  const across = Math.ceil((columns - 1) / Math.max(1, step)) + 1 + 2 * margin;
  const up = Math.ceil((rows - 1) / Math.max(1, step)) + 1 + 2 * margin;
  const pad = reach + MARGIN;
  const nodes = placeOnNodes(places, {
    west: grid.originX + cellMetres / 2 - (margin + pad) * nodeMetres,
    south: grid.originY + cellMetres / 2 - (margin + pad) * nodeMetres,
    nodeMetres,
    across: (across - 1) * stride + 1 + 2 * pad,
    up: (up - 1) * stride + 1 + 2 * pad,
  });
  const peak = kernelPeak(kernel, bandwidth);
  const smooth = kernel === 'gaussian' ? smoothGaussian : smoothQuartic;
  const smoothed = smooth(nodes, { across, up, stride, pad, reach, size, peak });
  const values = step <= 1 ? smoothed : readCells(smoothed, { across, margin, step, columns, rows });
  // Interpolation swings by a millionth of a peak around 0.
  for (let at = 0; at < values.length; at += 1) if (values[at]! < 0) values[at] = 0;
  return values;
}

interface Nodes {
  readonly west: number;
  readonly south: number;
  readonly nodeMetres: number;
  readonly across: number;
  readonly up: number;
}

function placeOnNodes({ x, y, weights }: WeightedPlaces, to: Nodes): Float64Array {
  const nodes = new Float64Array(to.across * to.up);
  const [east, north] = [new Float64Array(LAGRANGE_NODES), new Float64Array(LAGRANGE_NODES)];
  for (let place = 0; place < x.length; place += 1) {
    const column = (x[place]! - to.west) / to.nodeMetres;
    const row = (y[place]! - to.south) / to.nodeMetres;
    const [left, below] = [Math.floor(column), Math.floor(row)];
    // Those too near to the edge are out of every cell's reach.
    if (!(left >= 3 && left + 4 < to.across && below >= 3 && below + 4 < to.up)) continue;
    lagrangeWeights(column - left, east);
    lagrangeWeights(row - below, north);
    const weight = weights ? weights[place]! : 1;
    for (let n = 0; n < LAGRANGE_NODES; n += 1) {
      const start = (below - 3 + n) * to.across + left - 3;
      const factor = weight * north[n]!;
      for (let m = 0; m < LAGRANGE_NODES; m += 1) nodes[start + m]! += factor * east[m]!;
    }
  }
  return nodes;
}

interface Smoothing {
  /** Smoothed values wanted, one at every `stride`-th node; the given nodes are `pad` more on every side. */
  readonly across: number;
  readonly up: number;
  readonly stride: number;
  readonly pad: number;
  readonly reach: number;
  readonly size: number;
  readonly peak: number;
}

/** Along rows first, then along columns. */
function smoothGaussian(
  nodes: Float64Array,
  { across, up, stride, pad, reach, size, peak }: Smoothing,
): Float64Array {
  const width = (across - 1) * stride + 1 + 2 * pad;
  const height = (up - 1) * stride + 1 + 2 * pad;
  const factors = Float64Array.from({ length: reach + 1 }, (_, n) => Math.exp(-(n * n) / (2 * size * size)));
  const rows = new Float64Array(across * height);
  for (let row = 0; row < height; row += 1) {
    const from = row * width + pad;
    const to = row * across;
    for (let column = 0; column < across; column += 1) {
      const at = from + column * stride;
      let sum = nodes[at]!;
      for (let n = 1; n <= reach; n += 1) sum += factors[n]! * (nodes[at - n]! + nodes[at + n]!);
      rows[to + column] = sum;
    }
  }
  const values = new Float64Array(across * up);
  for (let row = 0; row < up; row += 1) {
    const to = row * across;
    for (let n = -reach; n <= reach; n += 1) {
      const from = (row * stride + pad + n) * across;
      const factor = peak * factors[Math.abs(n)]!;
      for (let column = 0; column < across; column += 1)
        values[to + column]! += factor * rows[from + column]!;
    }
  }
  return values;
}

/** Not separable: every node with something on it lays its kernel down. */
function smoothQuartic(nodes: Float64Array, { across, up, pad, reach, size, peak }: Smoothing): Float64Array {
  const width = across + 2 * pad;
  const values = new Float64Array(across * up);
  const side = 2 * reach + 1;
  const heights = new Float64Array(side * side);
  const halves = new Int32Array(side);
  for (let row = -reach; row <= reach; row += 1) {
    const left = 1 - (row / size) ** 2;
    halves[row + reach] = left > 0 ? Math.floor(size * Math.sqrt(left)) : -1;
    for (let column = -reach; column <= reach; column += 1)
      heights[(row + reach) * side + column + reach] = peak * Math.max(0, left - (column / size) ** 2) ** 2;
  }
  for (let at = 0; at < nodes.length; at += 1) {
    const weight = nodes[at]!;
    if (weight === 0) continue;
    const column = (at % width) - pad;
    const row = Math.floor(at / width) - pad;
    for (let n = Math.max(-reach, -row); n <= Math.min(reach, up - 1 - row); n += 1) {
      const half = halves[n + reach]!;
      const last = Math.min(half, across - 1 - column);
      const from = (n + reach) * side + reach;
      const to = (row + n) * across + column;
      for (let m = Math.max(-half, -column); m <= last; m += 1)
        values[to + m]! += weight * heights[from + m]!;
    }
  }
  return values;
}

/** Cells between nodes, along rows first, then along columns. */
function readCells(
  nodes: Float64Array,
  {
    across,
    margin,
    step,
    columns,
    rows,
  }: { across: number; margin: number; step: number; columns: number; rows: number },
): Float64Array {
  const weights = Array.from({ length: step }, (_, n) => {
    const of = new Float64Array(LAGRANGE_NODES);
    lagrangeWeights(n / step, of);
    return of;
  });
  const height = nodes.length / across;
  const lines = new Float64Array(columns * height);
  for (let column = 0; column < columns; column += 1) {
    const of = weights[column % step]!;
    const left = margin + Math.floor(column / step) - 3;
    for (let row = 0; row < height; row += 1) {
      let sum = 0;
      for (let n = 0; n < LAGRANGE_NODES; n += 1) sum += of[n]! * nodes[row * across + left + n]!;
      lines[row * columns + column] = sum;
    }
  }
  const values = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const of = weights[row % step]!;
    const below = margin + Math.floor(row / step) - 3;
    for (let n = 0; n < LAGRANGE_NODES; n += 1) {
      const from = (below + n) * columns;
      for (let column = 0; column < columns; column += 1)
        values[row * columns + column]! += of[n]! * lines[from + column]!;
    }
  }
  return values;
}
