import type { CellGrid } from '../grid/cell-grid.ts';
import { KERNEL_REACH, type Kernel, kernelPeak } from './kernel.ts';
import type { WeightedPlaces } from './weighted-places.ts';

/**
 * Adds every place's kernel to the middles of the cells in its reach: exact, and the fastest way while kernels cover
 * few cells. Work: places × cells in reach.
 * @param bandwidthOf Metres, for each place
 * @param values One a cell, per square metre; added to
 */
export function stampKernels(
  { x, y, weights }: WeightedPlaces,
  { originX, originY, cellMetres, columns, rows }: CellGrid,
  kernel: Kernel,
  bandwidthOf: (place: number) => number,
  values: Float64Array,
): void {
  const across = new Float64Array(columns);
  const up = new Float64Array(rows);
  for (let place = 0; place < x.length; place += 1) {
    const bandwidth = bandwidthOf(place);
    const reach = (bandwidth * KERNEL_REACH[kernel]) / cellMetres;
    // In cells, from the middle of the south-western one.
    const column = (x[place]! - originX) / cellMetres - 0.5;
    const row = (y[place]! - originY) / cellMetres - 0.5;
    const west = Math.max(0, Math.ceil(column - reach));
    const east = Math.min(columns - 1, Math.floor(column + reach));
    const south = Math.max(0, Math.ceil(row - reach));
    const north = Math.min(rows - 1, Math.floor(row + reach));
    if (!(west <= east && south <= north)) continue;
    const peak = kernelPeak(kernel, bandwidth) * (weights ? weights[place]! : 1);
    const size = bandwidth / cellMetres;
    if (kernel === 'gaussian') {
      gaussianFactors(west, east, column, size, across);
      gaussianFactors(south, north, row, size, up);
      for (let at = south; at <= north; at += 1) {
        const factor = peak * up[at]!;
        const start = at * columns;
        for (let to = west; to <= east; to += 1) values[start + to]! += factor * across[to]!;
      }
    } else {
      for (let to = west; to <= east; to += 1) across[to] = ((to - column) / size) ** 2;
      for (let at = south; at <= north; at += 1) {
        const left = 1 - ((at - row) / size) ** 2;
        if (left <= 0) continue;
        const half = size * Math.sqrt(left);
        const start = at * columns;
        const last = Math.min(east, Math.floor(column + half));
        for (let to = Math.max(west, Math.ceil(column - half)); to <= last; to += 1) {
          const height = left - across[to]!;
          values[start + to]! += peak * height * height;
        }
      }
    }
  }
}

/**
 * exp(−(n − middle)²/2s²) for n from `first` to `last`. With a = exp(−1/s²) each is the one before times a ratio that
 * itself shrinks by a, so two multiplications do instead of an exponential.
 */
function gaussianFactors(first: number, last: number, middle: number, s: number, into: Float64Array): void {
  const shrink = Math.exp(-1 / (s * s));
  const start = Math.min(last, Math.max(first, Math.round(middle)));
  const distance = start - middle;
  const top = Math.exp(-(distance * distance) / (2 * s * s));
  let value = top;
  let ratio = Math.exp(-(2 * distance + 1) / (2 * s * s));
  for (let n = start; n <= last; n += 1) {
    into[n] = value;
    value *= ratio;
    ratio *= shrink;
  }
  value = top;
  ratio = Math.exp((2 * distance - 1) / (2 * s * s));
  for (let n = start; n >= first; n -= 1) {
    into[n] = value;
    value *= ratio;
    ratio *= shrink;
  }
}
