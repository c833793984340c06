import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';
import { expect, test } from 'vitest';
import { shareOf } from './share-of.ts';

test('a share is told with its interval, or not at all where there is too little', () => {
  expect(shareOf(1, 20)).toEqual({ state: 'known', value: 0.05, ...wilsonInterval(1, 20), count: 20 });
  expect(shareOf(0, 0)).toEqual({ state: 'not-enough-data', count: 0, needed: 10 });
  expect(shareOf(1, 9)).toEqual({ state: 'not-enough-data', count: 9, needed: 10 });
});

test('more false alerts than faces mean that the faces were not all counted yet, and no share', () => {
  expect(shareOf(13, 12)).toMatchObject({ state: 'not-enough-data' });
});
