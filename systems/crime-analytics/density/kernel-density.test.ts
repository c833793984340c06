import { seededRandom } from '@amaan/contracts/seeded-random';
import { expect, test } from 'vitest';
import type { CellGrid } from '../grid/cell-grid.ts';
import { adaptiveBandwidths, adaptiveDensity } from './adaptive-density.ts';
import { densityAtPlaces } from './density-at-places.ts';
import { type Kernel, kernelHeight, kernelPeak } from './kernel.ts';
import { kernelDensity } from './kernel-density.ts';
import { quarticRows, quarticRowsOnNodes } from './quartic-rows.ts';
import { spreadGaussians } from './spread-gaussians.ts';
import { stampKernels } from './stamp-kernels.ts';
import { suggestBandwidth } from './suggest-bandwidth.ts';
import type { WeightedPlaces } from './weighted-places.ts';

const SIX = {
  x: [100, 220, 250, 600, 640, 630],
  y: [100, 130, 400, 350, 380, 300],
  weights: [1, 1, 2, 1, 0.5, 1],
};
/** Four places to look at, each the middle of the only cell of a grid. */
const ASKED = [
  [100, 100],
  [300, 300],
  [600, 300],
  [50, 650],
] as const;
const at = ([x, y]: readonly [number, number]): CellGrid => ({
  originX: x - 5,
  originY: y - 5,
  cellMetres: 10,
  columns: 1,
  rows: 1,
});

const random = seededRandom(21);
const many: WeightedPlaces = {
  x: Float64Array.from({ length: 400 }, () => -200 + 2_400 * random()),
  y: Float64Array.from({ length: 400 }, () => -200 + 1_900 * random()),
  weights: Float64Array.from({ length: 400 }, () => random()),
};
const grid: CellGrid = { originX: 0, originY: 0, cellMetres: 25, columns: 80, rows: 60 };

function stamped(kernel: Kernel, bandwidth: number, over = grid): Float64Array {
  const values = new Float64Array(over.columns * over.rows);
  stampKernels(many, over, kernel, () => bandwidth, values);
  return values;
}

/** The largest difference, in peaks of one incident. */
function apart(one: Float64Array, two: Float64Array, kernel: Kernel, bandwidth: number): number {
  return one.reduce(
    (most, value, cell) => Math.max(most, Math.abs(value - two[cell]!) / kernelPeak(kernel, bandwidth)),
    0,
  );
}

test('Gaussian: as scipy.stats.gaussian_kde with the covariance set to 120² I, times the sum of weights', () => {
  // scipy 1.10, weights as above, and without them; per square metre · 10⁶.
  const weighted = [17.994858664546825, 19.030385022612787, 25.281202503397584, 0.6298816525635591];
  const plain = [17.772544880405793, 11.949510946895003, 29.356096318831895, 0.3152603709295323];
  for (const [n, place] of ASKED.entries()) {
    const settings = { kernel: 'gaussian', bandwidthMetres: 120 } as const;
    // What is cut off at five bandwidths is 4 · 10⁻⁶ of a peak of 11.05.
    expect(kernelDensity(SIX, at(place), settings)[0]).toBeCloseTo(weighted[n]!, 4);
    expect(kernelDensity({ x: SIX.x, y: SIX.y }, at(place), settings)[0]).toBeCloseTo(plain[n]!, 4);
  }
});

test('quartic: as densitycrossEngine of R 4.2, spatstat.explore 3.0, kernel = "quartic", sigma = 250 / √8', () => {
  const expected = [23.992829825939, 22.4507635766866, 34.731927818624, 0];
  for (const [n, place] of ASKED.entries())
    expect(kernelDensity(SIX, at(place), { kernel: 'quartic', bandwidthMetres: 250 })[0]).toBeCloseTo(
      expected[n]!,
      10,
    );
});

test("adaptive: as Abramson's formula written out in R", () => {
  const cases = [
    {
      kernel: 'gaussian',
      bandwidthMetres: 120,
      bandwidths: [134.394610223227, 129.83404408385, 117.847189000844, 111.288567999223],
      density: [15.20817194233255, 19.432897732093366, 28.3258428579542, 0.575430272959485],
    },
    {
      kernel: 'quartic',
      bandwidthMetres: 250,
      bandwidths: [279.34373070329, 279.34373070329, 247.524952381365, 228.108923539943],
      density: [20.1466548803252, 23.4200180939783, 40.2549517177869, 0],
    },
  ] as const;
  for (const { kernel, bandwidthMetres, bandwidths, density } of cases) {
    const found = adaptiveBandwidths(SIX, { kernel, bandwidthMetres });
    expect(found.held).toBe(0);
    for (const [n, metres] of bandwidths.entries()) expect(found.metres[n]).toBeCloseTo(metres, 3);
    for (const [n, place] of ASKED.entries())
      expect(adaptiveDensity(SIX, at(place), kernel, found)[0]).toBeCloseTo(density[n]!, 3);
  }
});

test('a kernel over cells is the formula itself, and its volume is one incident', () => {
  const wide: CellGrid = { originX: -1_000, originY: -1_000, cellMetres: 10, columns: 200, rows: 200 };
  for (const kernel of ['gaussian', 'quartic'] as const) {
    const values = kernelDensity({ x: [3], y: [-4] }, wide, { kernel, bandwidthMetres: 90 });
    const distance = Math.hypot(205 - 3, 15 + 4);
    expect(values[101 * 200 + 120]).toBeCloseTo(1e6 * kernelHeight(kernel, distance, 90), 10);
    const volume = values.reduce((sum, value) => sum + value, 0) * 1e-4;
    expect(volume).toBeCloseTo(1, 4);
  }
});

test('spreading over nodes keeps to the errors that it promises, on nodes finer, as fine and coarser', () => {
  for (const [bandwidth, step] of [
    [40, 0.5],
    [75, 1],
    [200, 1],
    [310, 2],
  ] as const) {
    const spread = spreadGaussians(many, grid, bandwidth, step);
    // Of some 60 incidents in reach at once each has its own error.
    expect(apart(spread, stamped('gaussian', bandwidth), 'gaussian', bandwidth)).toBeLessThan(1e-4);
  }
});

test('quartic kernels by rows are those of cells', () => {
  for (const bandwidth of [20, 60, 333, 3_000])
    expect(
      apart(quarticRows(many, grid, bandwidth), stamped('quartic', bandwidth), 'quartic', bandwidth),
    ).toBeLessThan(1e-7);
});

test('quartic kernels read from nodes some cells apart stay within 10⁻³ of a peak for each incident', () => {
  for (const bandwidth of [1_000, 1_625, 2_600]) {
    const single = { x: [900], y: [700] };
    const exact = new Float64Array(grid.columns * grid.rows);
    stampKernels(single, grid, 'quartic', () => bandwidth, exact);
    expect(apart(quarticRowsOnNodes(single, grid, bandwidth), exact, 'quartic', bandwidth)).toBeLessThan(
      1e-3,
    );
    expect(
      apart(quarticRowsOnNodes(many, grid, bandwidth), stamped('quartic', bandwidth), 'quartic', bandwidth),
    ).toBeLessThan(5e-3);
  }
});

test('the density at the places is the same from pairs and from a raster', () => {
  const crowd = {
    x: Float64Array.from({ length: 2_001 }, () => 3_000 * random()),
    y: Float64Array.from({ length: 2_001 }, () => 3_000 * random()),
  };
  const fewer = { x: crowd.x.slice(0, 2_000), y: crowd.y.slice(0, 2_000) };
  for (const [kernel, bandwidth, share] of [
    ['gaussian', 150, 1e-3],
    ['quartic', 400, 1e-2],
  ] as const) {
    const read = densityAtPlaces(crowd, kernel, bandwidth);
    const exact = densityAtPlaces(fewer, kernel, bandwidth);
    for (let place = 0; place < 2_000; place += 1) {
      const [dx, dy] = [crowd.x[place]! - crowd.x[2_000]!, crowd.y[place]! - crowd.y[2_000]!];
      const whole = exact[place]! + kernelHeight(kernel, Math.hypot(dx, dy), bandwidth);
      expect(Math.abs(read[place]! / whole - 1)).toBeLessThan(share);
    }
  }
});

test('adaptive kernels laid on nodes are those laid on cells', () => {
  for (const [kernel, bandwidthMetres, share] of [
    ['gaussian', 180, 1e-5],
    ['quartic', 1_200, 1e-3],
  ] as const) {
    const widths = adaptiveBandwidths(many, { kernel, bandwidthMetres });
    const exact = new Float64Array(grid.columns * grid.rows);
    stampKernels(many, grid, kernel, (place) => widths.metres[place]!, exact);
    const highest = exact.reduce((high, value) => Math.max(high, value), 0);
    for (const [cell, value] of adaptiveDensity(many, grid, kernel, widths).entries())
      expect(Math.abs(value / 1e6 - exact[cell]!)).toBeLessThan(share * highest);
  }
});

test('lonely incidents are spread wider than crowded ones, within bounds', () => {
  const crowd = { x: [...Array(200).fill(0), 5_000], y: [...Array(200).fill(0), 5_000] };
  const { metres, held } = adaptiveBandwidths(crowd, { kernel: 'quartic', bandwidthMetres: 100 });
  expect(metres[200]).toBe(400);
  expect(metres[0]).toBeLessThan(100);
  expect(held).toBe(1);
});

test('cells outside of the study area have no density, and no incidents make none', () => {
  const mask = new Uint8Array(grid.columns * grid.rows).fill(1);
  mask[7] = 0;
  const values = kernelDensity(many, { ...grid, mask }, { kernel: 'quartic', bandwidthMetres: 200 });
  expect(values[7]).toBeNaN();
  expect(values[8]).toBeGreaterThan(0);
  expect(kernelDensity({ x: [], y: [] }, grid, { kernel: 'gaussian', bandwidthMetres: 200 })).toEqual(
    new Float64Array(grid.columns * grid.rows),
  );
  expect(() => kernelDensity(many, grid, { kernel: 'gaussian', bandwidthMetres: -1 })).toThrow('above 0');
});

test("the bandwidth to begin with is spatstat's bw.scott.iso", () => {
  expect(suggestBandwidth(SIX.x, SIX.y, 'gaussian')).toBeCloseTo(131.851382276666, 9);
  expect(suggestBandwidth(SIX.x, SIX.y, 'quartic')).toBeCloseTo(Math.sqrt(8) * 131.851382276666, 9);
  expect(() => suggestBandwidth([1, 1], [2, 2], 'gaussian')).toThrow('one place');
  expect(() => suggestBandwidth([1], [2], 'gaussian')).toThrow('two incidents');
});
