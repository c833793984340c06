import { expect, test } from 'vitest';
import { normalQuantile, poissonTail, upperTail } from './normal-distribution.ts';

// scipy.stats.norm.ppf, norm.sf and poisson.sf of scipy 1.10.1.
test('the normal distribution agrees with scipy', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  expect(normalQuantile(0.999)).toBeCloseTo(3.090232306167813, 11);
  expect(normalQuantile(0.01)).toBeCloseTo(-2.326347874040841, 12);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
  expect(upperTail(1)).toBeCloseTo(0.15865525393145707, 14);
  expect(upperTail(5) / 2.866515718791939e-7).toBeCloseTo(1, 10);
  expect(upperTail(-2)).toBeCloseTo(0.9772498680518208, 14);
  expect(() => normalQuantile(1)).toThrow(RangeError);
});

test('the Poisson distribution agrees with scipy', () => {
  expect(poissonTail(5, 0.5) / 0.00017211562995584072).toBeCloseTo(1, 10);
  expect(poissonTail(3, 10)).toBeCloseTo(0.9972306042844884, 12);
  expect(poissonTail(0, 2)).toBe(1);
  expect(poissonTail(2, 0)).toBe(0);
});
