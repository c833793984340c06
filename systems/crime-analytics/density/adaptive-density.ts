import { type CellGrid, cellCount } from '../grid/cell-grid.ts';
import { densityAtPlaces } from './density-at-places.ts';
import { kernelHeight } from './kernel.ts';
import { type DensitySettings, perSquareKilometre } from './kernel-density.ts';
import { stampKernels } from './stamp-kernels.ts';
import { checkBandwidth, type WeightedPlaces } from './weighted-places.ts';

/** A bandwidth for each place: narrow where incidents are dense, wide where they are rare. */
export interface AdaptiveBandwidths {
  readonly metres: Float64Array;
  /** How many were held at the narrowest or widest allowed. */
  readonly held: number;
}

/** Bandwidths stay between the fixed one divided by this and multiplied by it. */
const WIDEST = 4;

/**
 * Abramson's bandwidths: the fixed one times √(g / f(place)), f the density with the fixed bandwidth at each place and g
 * its geometric mean; held within a factor of 4, so that no lonely incident is spread over the whole city.
 *
 * Source: I. S. Abramson, Annals of Statistics 10 (1982) 1217–1223; B. W. Silverman, *Density Estimation for Statistics
 * and Data Analysis* (1986), section 5.3.
 * @throws CrimeAnalyticsError `BANDWIDTH_INVALID`
 */
export function adaptiveBandwidths(
  places: WeightedPlaces,
  { kernel, bandwidthMetres }: DensitySettings,
): AdaptiveBandwidths {
  checkBandwidth(bandwidthMetres);
  const { x, weights } = places;
  // Read from a raster a lonely place's density may come out a little low; its own kernel alone is the least it has.
  const least = kernelHeight(kernel, 0, bandwidthMetres);
  const pilot = densityAtPlaces(places, kernel, bandwidthMetres).map((density, place) =>
    Math.max(density, least * (weights ? weights[place]! : 1)),
  );
  let [logarithms, total] = [0, 0];
  for (let place = 0; place < x.length; place += 1) {
    const weight = weights ? weights[place]! : 1;
    if (!(weight > 0)) continue;
    logarithms += weight * Math.log(pilot[place]!);
    total += weight;
  }
  const mean = Math.exp(logarithms / total);
  let held = 0;
  const metres = pilot.map((density) => {
    const factor = density > 0 ? Math.sqrt(mean / density) : WIDEST;
    if (factor >= 1 / WIDEST && factor <= WIDEST) return factor * bandwidthMetres;
    held += 1;
    return (factor > 1 ? WIDEST : 1 / WIDEST) * bandwidthMetres;
  });
  return { metres, held };
}

/**
 * Kernel density whose bandwidth differs from place to place: incidents per square kilometre in the middle of every
 * cell. Exact. It adds up: the densities of two parts of the places sum to that of all, so threads can share them.
 * @returns One value a cell; NaN outside of the study area
 */
export function adaptiveDensity(
  places: WeightedPlaces,
  grid: CellGrid,
  kernel: DensitySettings['kernel'],
  { metres }: AdaptiveBandwidths,
): Float64Array {
  const values = new Float64Array(cellCount(grid));
  stampKernels(places, grid, kernel, (place) => metres[place]!, values);
  return perSquareKilometre(values, grid);
}
