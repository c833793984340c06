import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceInterval, wilsonInterval } from './wilson-interval.ts';

describe("Wilson's interval", () => {
  test.each([
    // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is %f to %f', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('holds the proportion, stays within 0 and 1, mirrors, and narrows with more trials', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const k = Math.round(n * share);
          const { low, high } = wilsonInterval(k, n);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low - 1e-12).toBeLessThanOrEqual(k / n);
          expect(high + 1e-12).toBeGreaterThanOrEqual(k / n);
          const mirror = wilsonInterval(n - k, n);
          expect(mirror.low).toBeCloseTo(1 - high, 9);
          const more = wilsonInterval(4 * k, 4 * n);
          expect(more.high - more.low).toBeLessThan(high - low);
        },
      ),
    );
  });

  test('refuses what is no proportion', () => {
    expect(() => wilsonInterval(1, 0)).toThrow(RangeError);
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError);
  });
});

describe("Newcombe's interval of a difference", () => {
  test.each([
    // Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %i/%i and %i/%i', (a, m, b, n, low, high) => {
    const interval = differenceInterval({ successes: a, trials: m }, { successes: b, trials: n });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});
