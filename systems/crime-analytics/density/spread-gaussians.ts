import type { CellGrid } from '../grid/cell-grid.ts';
import { KERNEL_REACH, kernelPeak } from './kernel.ts';
import { LAGRANGE_NODES, lagrangeWeights } from './lagrange-weights.ts';
import { NODE_MARGIN, readFromNodes } from './read-from-nodes.ts';
import type { WeightedPlaces } from './weighted-places.ts';

/**
 * Gaussian densities in the middles of cells where kernels cover many of them: each place is put on 8 × 8 nodes by
 * Lagrange's interpolation, the nodes are smoothed, and the cells read from the smoothed nodes in the same way. The work
 * hardly depends on how many places there are. The error is below 2 · 10⁻⁵ of the peak of each incident's kernel, as long as
 * the bandwidth is 3 node distances or more.
 * @param step Cells from one node to the next: more than 1 where the kernel is much larger than a cell, ½ where it is small
 * @returns One value a cell, per square metre
 */
export function spreadGaussians(
  places: WeightedPlaces,
  grid: CellGrid,
  bandwidth: number,
  step: number,
): Float64Array {
  const { cellMetres, columns, rows } = grid;
  const nodeMetres = cellMetres * step;
  const size = bandwidth / nodeMetres;
  const reach = Math.ceil(size * KERNEL_REACH.gaussian);
  // Smoothed nodes: those on the cells, and a margin where cells lie between nodes.
  const margin = step <= 1 ? 0 : NODE_MARGIN;
  // Where there are more nodes than cells, only those on cells are wanted.
  const stride = Math.max(1, 1 / step);
  const across = Math.ceil((columns - 1) / Math.max(1, step)) + 1 + 2 * margin;
  const up = Math.ceil((rows - 1) / Math.max(1, step)) + 1 + 2 * margin;
  const pad = reach + NODE_MARGIN;
  const nodes = placeOnNodes(places, {
    west: grid.originX + cellMetres / 2 - (margin + pad) * nodeMetres,
    south: grid.originY + cellMetres / 2 - (margin + pad) * nodeMetres,
    nodeMetres,
    across: (across - 1) * stride + 1 + 2 * pad,
    up: (up - 1) * stride + 1 + 2 * pad,
  });
  const peak = kernelPeak('gaussian', bandwidth);
  const smoothed = smooth(nodes, { across, up, stride, pad, reach, size, peak });
  const values = step <= 1 ? smoothed : readFromNodes(smoothed, across, step, grid);
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
function smooth(
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
