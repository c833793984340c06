import { expect, test } from 'vitest';
import { meanInterval } from './mean-interval.ts';

test('the interval of a mean of five is Student’s with four degrees of freedom', () => {
  const { mean, interval } = meanInterval([1, 2, 3, 4, 5]);
  expect(mean).toBe(3);
  expect(interval![1] - 3).toBeCloseTo(2.776 * Math.sqrt(2.5 / 5), 3);
  expect(interval![0] + interval![1]).toBeCloseTo(6);
  expect(meanInterval([7])).toEqual({ mean: 7 });
});
