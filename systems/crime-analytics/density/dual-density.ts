import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { type CellGrid, cellCount } from '../grid/cell-grid.ts';
import { ReplicaRandom } from '../replica-random.ts';
import { type DensitySettings, densityPerSquareMetre, perSquareKilometre } from './kernel-density.ts';
import { checkBandwidth, totalWeight, type WeightedPlaces } from './weighted-places.ts';

/**
 * How two densities are compared. `relative-risk`: the share of the first lying here over that of the second, 1 where
 * both lie alike. `rate`: the first by the second (incidents by people, say). `difference`: first minus second, per
 * square kilometre.
 */
export type DualMeasure = 'relative-risk' | 'rate' | 'difference';

export interface DualSettings extends DensitySettings {
  readonly measure: DualMeasure;
  /**
   * Where the second density is below this share of its highest value a quotient says nothing and is NaN; default 0.01.
   */
  readonly leastShare?: number;
}

/**
 * Two densities compared in the middle of every cell, both with the same bandwidth.
 *
 * Source: J. F. Bithell, Statistics in Medicine 9 (1990) 691–701; J. E. Kelsall and P. J. Diggle, Statistics in
 * Medicine 14 (1995) 2335–2342, who say why the bandwidth must be common.
 * @returns One value a cell; NaN outside of the study area and where a quotient says nothing
 * @throws CrimeAnalyticsError `BANDWIDTH_INVALID`, `NO_INCIDENTS` when one of both is empty
 */
export function dualDensity(
  first: WeightedPlaces,
  second: WeightedPlaces,
  grid: CellGrid,
  { kernel, bandwidthMetres, measure, leastShare = 0.01 }: DualSettings,
): Float64Array {
  checkBandwidth(bandwidthMetres);
  const [sumA, sumB] = [totalWeight(first), totalWeight(second)];
  if (!(sumA > 0 && sumB > 0))
    throw new CrimeAnalyticsError('NO_INCIDENTS', 'One of the two sets that are compared is empty.');
  const a = densityPerSquareMetre(first, grid, kernel, bandwidthMetres);
  const b = densityPerSquareMetre(second, grid, kernel, bandwidthMetres);
  if (measure === 'difference') {
    for (let cell = 0; cell < a.length; cell += 1) a[cell]! -= b[cell]!;
    return perSquareKilometre(a, grid);
  }
  const highest = b.reduce((high, next) => Math.max(high, next), 0);
  const scale = measure === 'rate' ? 1 : sumB / sumA;
  return a.map((value, cell) =>
    (grid.mask && !grid.mask[cell]) || !(b[cell]! > leastShare * highest)
      ? Number.NaN
      : (scale * value) / b[cell]!,
  );
}

/** For each cell, in how many relabellings the first set's share of the density was as high, and as low, as it is. */
export interface LabelRanks {
  readonly replicas: number;
  readonly atLeast: Uint32Array;
  readonly atMost: Uint32Array;
}

/**
 * How surprising each cell of a dual density is if the two sets lay alike: all places keep where they are, and which of
 * them belong to the first set is drawn anew. Replica i depends on the seed and i alone, so that threads can share them
 * (`addLabelRanks`); the p-value is then `permutationP(atLeast, atMost, …)`.
 *
 * Source: J. E. Kelsall and P. J. Diggle, Statistics in Medicine 14 (1995) 2335–2342, section 4.
 * @param from First replica
 * @param to One past the last
 */
export function relabelledRanks(
  first: WeightedPlaces,
  second: WeightedPlaces,
  grid: CellGrid,
  { kernel, bandwidthMetres }: DensitySettings,
  { seed, from, to }: { readonly seed: number; readonly from: number; readonly to: number },
): LabelRanks {
  checkBandwidth(bandwidthMetres);
  const size = first.x.length;
  const x = Float64Array.from([...Array.from(first.x), ...Array.from(second.x)]);
  const y = Float64Array.from([...Array.from(first.y), ...Array.from(second.y)]);
  const observed = densityPerSquareMetre(first, grid, kernel, bandwidthMetres);
  const ranks: LabelRanks = {
    replicas: to - from,
    atLeast: new Uint32Array(cellCount(grid)),
    atMost: new Uint32Array(cellCount(grid)),
  };
  const order = new Uint32Array(x.length);
  const [drawnX, drawnY] = [new Float64Array(size), new Float64Array(size)];
  for (let replica = from; replica < to; replica += 1) {
    const random = new ReplicaRandom(seed, replica);
    for (let at = 0; at < order.length; at += 1) order[at] = at;
    for (let at = 0; at < size; at += 1) {
      const other = at + random.below(order.length - at);
      const place = order[other]!;
      order[other] = order[at]!;
      order[at] = place;
      drawnX[at] = x[place]!;
      drawnY[at] = y[place]!;
    }
    const drawn = densityPerSquareMetre({ x: drawnX, y: drawnY }, grid, kernel, bandwidthMetres);
    // The pooled density never changes, so where the first is as high the quotient is, too.
    for (let cell = 0; cell < drawn.length; cell += 1) {
      if (drawn[cell]! >= observed[cell]!) ranks.atLeast[cell]! += 1;
      if (drawn[cell]! <= observed[cell]!) ranks.atMost[cell]! += 1;
    }
  }
  return ranks;
}

/** The ranks of two ranges of replicas taken together. */
export function addLabelRanks(one: LabelRanks, two: LabelRanks): LabelRanks {
  return {
    replicas: one.replicas + two.replicas,
    atLeast: one.atLeast.map((count, cell) => count + two.atLeast[cell]!),
    atMost: one.atMost.map((count, cell) => count + two.atMost[cell]!),
  };
}
