import { type CellGrid, cellCount } from '../grid/cell-grid.ts';
import { KERNEL_REACH, type Kernel } from './kernel.ts';
import { quarticRowsOnNodes, quarticStep } from './quartic-rows.ts';
import { spreadGaussians } from './spread-gaussians.ts';
import { stampKernels } from './stamp-kernels.ts';
import { checkBandwidth, type WeightedPlaces } from './weighted-places.ts';

export interface DensitySettings {
  readonly kernel: Kernel;
  /** A Gaussian's standard deviation, the quartic kernel's radius. */
  readonly bandwidthMetres: number;
}

const SQUARE_KILOMETRE = 1e6;

/**
 * Kernel density of places in the middle of every cell: incidents per square kilometre over the whole period. Summed
 * over the plane it gives the number of incidents; what a kernel spreads beyond the grid is lost to it.
 *
 * Computed in whichever way is the least work: exactly, or through nodes with an error below 2 · 10⁻⁵ (Gaussian) or
 * 10⁻³ (quartic kernels of 40 cells and more) of the peak of each incident's kernel.
 *
 * Source: B. W. Silverman, *Density Estimation for Statistics and Data Analysis* (1986), equation 4.1.
 * @returns One value a cell; NaN outside of the study area
 * @throws CrimeAnalyticsError `BANDWIDTH_INVALID`
 */
export function kernelDensity(
  places: WeightedPlaces,
  grid: CellGrid,
  { kernel, bandwidthMetres }: DensitySettings,
): Float64Array {
  checkBandwidth(bandwidthMetres);
  return perSquareKilometre(densityPerSquareMetre(places, grid, kernel, bandwidthMetres), grid);
}

/** Values per square metre made per square kilometre, in place, and cells outside of the study area NaN. */
export function perSquareKilometre(values: Float64Array, { mask }: CellGrid): Float64Array {
  for (let cell = 0; cell < values.length; cell += 1)
    values[cell] = mask && !mask[cell] ? Number.NaN : values[cell]! * SQUARE_KILOMETRE;
  return values;
}

/** Incidents per square metre in the middle of every cell, whatever the study area. */
export function densityPerSquareMetre(
  places: WeightedPlaces,
  grid: CellGrid,
  kernel: Kernel,
  bandwidth: number,
): Float64Array {
  const stamped = stamping(places, grid, kernel, bandwidth);
  const other = kernel === 'gaussian' ? spreading(places, grid, bandwidth) : byRows(places, grid, bandwidth);
  return (other.work < stamped.work ? other : stamped).compute();
}

/** One way to compute a raster, and roughly how many nanoseconds it takes (measured in `bench/crime`). */
interface Way {
  readonly work: number;
  readonly compute: () => Float64Array;
}

/** Nanoseconds: an addition to a cell, a place in a row, a cell of a row, a place put on nodes. */
const [ADDITION, EVENT, ROW_CELL, PLACING] = [1.5, 35, 10, 200];
/** Reading a cell from nodes. */
const READING = 20;

function stamping(places: WeightedPlaces, grid: CellGrid, kernel: Kernel, bandwidth: number): Way {
  const reach = (bandwidth * KERNEL_REACH[kernel]) / grid.cellMetres;
  const covered = Math.min(grid.columns, 2 * reach + 1) * Math.min(grid.rows, 2 * reach + 1);
  return {
    work: places.x.length * (50 + covered * ADDITION),
    compute: () => {
      const values = new Float64Array(cellCount(grid));
      stampKernels(places, grid, kernel, () => bandwidth, values);
      return values;
    },
  };
}

/** A bandwidth of 3 node distances or more, of 6 or more where nodes are coarser than cells. */
function spreading(places: WeightedPlaces, grid: CellGrid, bandwidth: number): Way {
  const size = bandwidth / grid.cellMetres;
  const step = size < 3 ? 0.5 : Math.max(1, Math.floor(size / 6));
  const reach = (size / step) * KERNEL_REACH.gaussian;
  const [across, up] = [grid.columns / step + 2 * reach, grid.rows / step + 2 * reach];
  return {
    work:
      size < 1.5
        ? Infinity
        : places.x.length * PLACING + across * up * 3 * reach * ADDITION + READING * cellCount(grid),
    compute: () => spreadGaussians(places, grid, bandwidth, step),
  };
}

function byRows(places: WeightedPlaces, grid: CellGrid, bandwidth: number): Way {
  const rows = (2 * bandwidth) / grid.cellMetres / quarticStep(grid, bandwidth);
  return {
    work: places.x.length * rows * EVENT + (ROW_CELL + READING) * cellCount(grid),
    compute: () => quarticRowsOnNodes(places, grid, bandwidth),
  };
}
