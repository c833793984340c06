import { boxAround, type CellGrid } from '../grid/cell-grid.ts';
import { type Kernel, kernelHeight } from './kernel.ts';
import { densityPerSquareMetre } from './kernel-density.ts';
import { LAGRANGE_NODES, lagrangeWeights } from './lagrange-weights.ts';
import type { WeightedPlaces } from './weighted-places.ts';

/** Up to so many places all pairs are looked at. */
const PAIRWISE = 2_000;
/** A raster to read from has at most so many cells. */
const MOST_NODES = 1_000_000;
/** How much finer than the bandwidth it is. */
const FINENESS: Readonly<Record<Kernel, number>> = { gaussian: 6, quartic: 12 };
/** Nodes that reading needs beside a place. */
const MARGIN = 4;

/**
 * The density at the places themselves, each with its own kernel: incidents per square metre. For up to 2,000 places
 * exact, for more read from a raster by interpolation: within 2 · 10⁻⁵ (Gaussian) or some 10⁻³ (quartic) of a kernel's
 * peak as long as the area is less than 1,000 × 1,000 of its cells, coarser beyond.
 */
export function densityAtPlaces(places: WeightedPlaces, kernel: Kernel, bandwidth: number): Float64Array {
  return places.x.length <= PAIRWISE
    ? pairwise(places, kernel, bandwidth)
    : readFromRaster(places, kernel, bandwidth);
}

function pairwise({ x, y, weights }: WeightedPlaces, kernel: Kernel, bandwidth: number): Float64Array {
  return Float64Array.from({ length: x.length }, (_, place) => {
    let sum = 0;
    for (let other = 0; other < x.length; other += 1) {
      const distance = Math.hypot(x[other]! - x[place]!, y[other]! - y[place]!);
      sum += (weights ? weights[other]! : 1) * kernelHeight(kernel, distance, bandwidth);
    }
    return sum;
  });
}

function readFromRaster(places: WeightedPlaces, kernel: Kernel, bandwidth: number): Float64Array {
  const { west, south, east, north } = boxAround(places.x, places.y);
  const cellMetres = Math.max(
    bandwidth / FINENESS[kernel],
    Math.sqrt(((east - west) * (north - south)) / MOST_NODES),
    Math.max(east - west, north - south) / MOST_NODES,
  );
  const grid: CellGrid = {
    originX: west - MARGIN * cellMetres,
    originY: south - MARGIN * cellMetres,
    cellMetres,
    columns: Math.ceil((east - west) / cellMetres) + 2 * MARGIN + 1,
    rows: Math.ceil((north - south) / cellMetres) + 2 * MARGIN + 1,
  };
  const raster = densityPerSquareMetre(places, grid, kernel, bandwidth);
  const [across, up] = [new Float64Array(LAGRANGE_NODES), new Float64Array(LAGRANGE_NODES)];
  return Float64Array.from({ length: places.x.length }, (_, place) => {
    const column = (places.x[place]! - grid.originX) / cellMetres - 0.5;
    const row = (places.y[place]! - grid.originY) / cellMetres - 0.5;
    const [left, below] = [Math.floor(column), Math.floor(row)];
    lagrangeWeights(column - left, across);
    lagrangeWeights(row - below, up);
    let sum = 0;
    for (let n = 0; n < LAGRANGE_NODES; n += 1)
      for (let m = 0; m < LAGRANGE_NODES; m += 1)
        sum += up[n]! * across[m]! * raster[(below - 3 + n) * grid.columns + left - 3 + m]!;
    return sum;
  });
}
