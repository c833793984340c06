import { type CellGrid, cellCount } from '../grid/cell-grid.ts';
import { densityAtPlaces } from './density-at-places.ts';
import { type Kernel, kernelHeight } from './kernel.ts';
import { type DensitySettings, perSquareKilometre } from './kernel-density.ts';
import { nodesOver, readFromNodes } from './read-from-nodes.ts';
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

/** How many node distances a bandwidth has at least where its kernel is laid on nodes some cells apart. */
const NODES: Readonly<Record<Kernel, number>> = { gaussian: 3, quartic: 20 };

/**
 * Kernel density whose bandwidth differs from place to place: incidents per square kilometre in the middle of every cell.
 * Kernels that cover many cells are laid on nodes 2, 4, 8, … cells apart and read from those, with an error below
 * 2 · 10⁻⁵ (Gaussian) or 10⁻³ (quartic) of the peak of each incident's kernel; others exactly. It adds up: the densities of
 * two parts of the places sum to that of all, so threads can share them.
 * @returns One value a cell; NaN outside of the study area
 */
export function adaptiveDensity(
  places: WeightedPlaces,
  grid: CellGrid,
  kernel: Kernel,
  { metres }: AdaptiveBandwidths,
): Float64Array {
  const values = new Float64Array(cellCount(grid));
  const byStep = Map.groupBy(metres.keys(), (place) => {
    const nodes = metres[place]! / grid.cellMetres / NODES[kernel];
    return nodes < 2 ? 1 : 2 ** Math.floor(Math.log2(nodes));
  });
  for (const [step, of] of byStep) {
    const some: WeightedPlaces = {
      x: of.map((place) => places.x[place]!),
      y: of.map((place) => places.y[place]!),
      weights: of.map((place) => places.weights?.[place] ?? 1),
    };
    const bandwidthOf = (n: number) => metres[of[n]!]!;
    if (step === 1) {
      stampKernels(some, grid, kernel, bandwidthOf, values);
      continue;
    }
    const nodes = nodesOver(grid, step);
    const onNodes = new Float64Array(cellCount(nodes));
    stampKernels(some, nodes, kernel, bandwidthOf, onNodes);
    // Reading swings by a little around 0.
    for (const [cell, value] of readFromNodes(onNodes, nodes.columns, step, grid).entries())
      if (value > 0) values[cell]! += value;
  }
  return perSquareKilometre(values, grid);
}
