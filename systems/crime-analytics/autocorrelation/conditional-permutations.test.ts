import { seededRandom } from '@amaan/contracts/seeded-random';
import { expect, test } from 'vitest';
import { conditionalLagRanks } from './conditional-permutations.ts';
import { distanceBandWeights } from './distance-band-weights.ts';
import { localG } from './local-g.ts';
import { localMoran } from './local-moran.ts';
import { rowStandardised, type SpatialWeights, weightsOfNeighbours } from './spatial-weights.ts';

const random = seededRandom(8);
const places = Array.from({ length: 60 }, () => ({
  x: random() * 100,
  y: random() * 100,
  value: Math.floor(random() * 6),
}));
const values = places.map(({ value }) => value);
const weights = distanceBandWeights(
  places.map(({ x }) => x),
  places.map(({ y }) => y),
  18,
);

test('the short way for equal weights counts exactly what going through all draws does', () => {
  const short = conditionalLagRanks(values, weights, { permutations: 499, seed: 3 });
  // Weights that differ by less than any value can show force the long way.
  const nudged: SpatialWeights = {
    ...weights,
    weights: weights.weights.map((weight, at) => weight * (1 + (at % 2 === 0 ? 1e-15 : 0))),
  };
  expect(conditionalLagRanks(values, nudged, { permutations: 499, seed: 3 })).toEqual(short);
  expect(conditionalLagRanks(values, rowStandardised(weights), { permutations: 499, seed: 3 })).toEqual(
    short,
  );
});

test('p-values come close to those of all arrangements', () => {
  // Place 0 has two neighbours among five others: 10 pairs to draw, of which {9, 8} alone sums to 17 or more.
  const small = [1, 9, 8, 2, 3, 4];
  const near = weightsOfNeighbours([[1, 2], [0], [0], [4], [3], [0, 1]]);
  const { pPermutation } = localG(small, near, {
    star: false,
    permutation: { permutations: 20_000, seed: 5, alternative: 'greater' },
  });
  expect(pPermutation![0]).toBeCloseTo(1 / 10, 2);
  // Place 1 sees the 1 of place 0, the lowest of the five others.
  expect(pPermutation![1]).toBe(1);
});

test('p-values of local Moran turn with the sign of the place', () => {
  const small = [1, 9, 8, 2, 3, 4];
  const near = weightsOfNeighbours([[3], [2], [1], [0], [0], [0]]);
  const greater = localMoran(small, near, { permutations: 9_999, seed: 5, alternative: 'greater' });
  // A low place beside the lowest of the others, and a high one beside the highest: one draw in five does as well.
  expect(greater.pPermutation![0]).toBeCloseTo(1 / 5, 1);
  expect(greater.pPermutation![1]).toBeCloseTo(1 / 5, 1);
  expect(greater.quadrant.slice(0, 2)).toEqual(['low-low', 'high-high']);
});

test('equal seeds give equal ranks, and a place without neighbours has none to rank', () => {
  const settings = { permutations: 99, seed: 11 };
  expect(conditionalLagRanks(values, weights, settings)).toEqual(
    conditionalLagRanks(values, weights, settings),
  );
  const alone = weightsOfNeighbours([[1], [0], [], [0]]);
  const result = localG([1, 5, 2, 8], alone, { star: false, permutation: settings });
  expect(result.pPermutation![2]).toBe(1);
  expect(result.z[2]).toBeNaN();
  expect(result.p[2]).toBe(1);
});
