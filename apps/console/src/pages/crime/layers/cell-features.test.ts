import type { CellSet } from '@amaan/contracts/crime/cell-lattice';
import { expect, test } from 'vitest';
import {
  clusterFeatures,
  emergingFeatures,
  forecastFeatures,
  hotSpotFeatures,
  middleOf,
} from './cell-features.ts';

const ring = (west: number): [number, number][] => [
  [west, 31],
  [west + 1, 31],
  [west + 1, 32],
  [west, 32],
  [west, 31],
];
const cells: CellSet = {
  ...{ shape: 'hexagon', resolution: 9, cells: ['a', 'b', 'c'] },
  rings: [ring(70), ring(71), ring(72)],
};
const nothing = [null, null, null];

test('only marked cells are drawn, each with its place in the result', () => {
  const { features } = hotSpotFeatures({
    ...{ kind: 'hot-spots', cells, counts: [9, 1, 0], z: nothing, p: nothing, q: nothing },
    ...{ marks: ['hot', 'none', 'cold'], moran: { i: 0, expected: 0, z: null, p: null } },
  });
  expect(features.map(({ properties }) => properties)).toEqual([
    { place: 0, mark: 'hot', sign: '' },
    { place: 2, mark: 'cold', sign: '' },
  ]);
  expect(features[1]!.geometry.coordinates).toEqual([ring(72)]);
});

test('a cell that is an emerging hot spot and was a cold one is drawn as hot', () => {
  const { features } = emergingFeatures({
    ...{ kind: 'emerging', cells, hot: ['new', 'none', 'none'], cold: ['historical', 'persistent', 'none'] },
    ...{ at: [], trendZ: nothing, trendP: nothing },
  });
  expect(features.map(({ properties: { place, mark, sign } }) => [place, mark, sign])).toEqual([
    [0, 'hot', '1'],
    [1, 'cold', '4'],
  ]);
});

test('clusters that chance explains are left out, and the others keep their rank', () => {
  const cluster = { radiusMetres: 0, from: null, until: null, observed: 9, expected: 2, relativeRisk: 4 };
  const { features } = clusterFeatures(
    {
      ...{ kind: 'clusters', replicas: 999 },
      clusters: [
        { ...cluster, centre: [74, 31], logLikelihoodRatio: 9, p: 0.2 },
        { ...cluster, centre: [75, 31], logLikelihoodRatio: 8, p: 0.001 },
      ],
    },
    0.05,
  );
  expect(features).toHaveLength(1);
  expect(features[0]!.properties).toMatchObject({ place: 1, sign: '2' });
  const [longitude, latitude] = middleOf(features[0]!.geometry.coordinates[0] as [number, number][]);
  expect(longitude).toBeCloseTo(75, 6);
  expect(latitude).toBeCloseTo(31, 4);
});

test('a forecast draws the cells that it marks', () => {
  const { features } = forecastFeatures({ cells, expected: [0.4, 0.2] } as never);
  expect(features.map(({ properties }) => properties.place)).toEqual([0, 1]);
});
