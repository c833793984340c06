import { manifestOf } from '@amaan/vision/models/manifest';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faceRecognition } from '../system.ts';
import { falseMatchRate } from './fit-tail.ts';
import { IMPOSTOR_PAIRS, IMPOSTOR_TAIL, similarityInterval, TAIL_OF_MODEL } from './impostor-distribution.ts';
import { ratePerComparison, ratePerSearch, searchThreshold } from './search-threshold.ts';

test('the threshold grows with the list, and with what is asked of it', () => {
  const sizes = [1, 10, 1_000, 100_000, 20_000_000];
  const thresholds = sizes.map((size) => searchThreshold(size, 0.001).threshold);
  expect(thresholds).toEqual(thresholds.toSorted((a, b) => a - b));
  expect(new Set(thresholds).size).toBe(sizes.length);
  expect(searchThreshold(1_000, 0.0001).threshold).toBeGreaterThan(searchThreshold(1_000, 0.01).threshold);
});

test('a search at the threshold gives false matches no more often than the target, whatever the list’s size', () => {
  const size = fc.integer({ min: 1, max: 20_000_000 });
  const target = fc.double({ min: 1e-6, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(size, target, (listSize, wanted) => {
      const found = searchThreshold(listSize, wanted);
      expect(found.falseMatchRatePerSearch).toBeLessThanOrEqual(wanted * (1 + 1e-6));
      expect(found.falseMatchRate).toBeCloseTo(falseMatchRate(IMPOSTOR_TAIL, found.threshold), 12);
      expect(found.threshold).toBeLessThanOrEqual(1);
    }),
  );
});

test('rates of a search and of a comparison are each other’s inverse, down to where 1 − rate is 1', () => {
  for (const listSize of [1, 100, 20_000_000])
    for (const target of [1e-9, 1e-3, 0.5])
      expect(ratePerSearch(listSize, ratePerComparison(listSize, target)) / target).toBeCloseTo(1, 9);
});

test('a rate that was never measured is called extrapolated, and its interval is wider', () => {
  const near = searchThreshold(1, 0.01);
  const far = searchThreshold(1_000_000, 0.001);
  expect(near.isExtrapolated).toBe(false);
  expect(far.isExtrapolated).toBe(true);
  expect(far.interval.high - far.interval.low).toBeGreaterThan(near.interval.high - near.interval.low);
  expect(1 / IMPOSTOR_PAIRS).toBeLessThan(0.01);
});

test('the fitted similarity lies within its interval at every rate', () => {
  for (const rate of [0.01, 1e-3, 3e-5, 1e-6, 1e-10, 1e-15]) {
    const { low, high } = similarityInterval(rate);
    const { threshold } = searchThreshold(1, rate);
    expect(threshold).toBeGreaterThanOrEqual(low);
    expect(threshold).toBeLessThanOrEqual(high);
  }
});

test('the tail belongs to the embedding that is in use', async () => {
  expect((await manifestOf(faceRecognition.models[2])).digest).toBe(TAIL_OF_MODEL);
});

test.each([
  [0, 0.1],
  [1.5, 0.1],
  [Number.NaN, 0.1],
  [10, 0],
  [10, 1],
  [10, Number.NaN],
])('a list of %f with a target of %f is refused', (size, target) => {
  expect(() => searchThreshold(size, target)).toThrow(RangeError);
});
