import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceInterval, kolmogorovSmirnov, kolmogorovTail } from './kolmogorov-smirnov.ts';

const histogram = fc.dictionary(
  fc.integer({ min: 0, max: 40 }).map(String),
  fc.integer({ min: 1, max: 500 }),
  {
    minKeys: 1,
  },
);

describe('the test of Kolmogorov and Smirnov', () => {
  test.each([
    // Smirnov's table (1948): the 10 %, 5 % and 1 % points of the limiting distribution.
    [1.2238, 0.1],
    [1.3581, 0.05],
    [1.6276, 0.01],
  ])('has the tail of %f at %f', (lambda, tail) => {
    expect(kolmogorovTail(lambda)).toBeCloseTo(tail, 4);
  });

  test('of what is wholly apart is 1, and certain', () => {
    const result = kolmogorovSmirnov({ 1: 200 }, { 9: 200 })!;
    expect(result.distance).toBe(1);
    expect(result.p).toBeLessThan(1e-10);
  });

  test('of the same is 0, is symmetric, and p falls with more of the same samples', () => {
    fc.assert(
      fc.property(histogram, histogram, (first, second) => {
        expect(kolmogorovSmirnov(first, first)!.distance).toBeCloseTo(0, 12);
        const there = kolmogorovSmirnov(first, second)!;
        const back = kolmogorovSmirnov(second, first)!;
        expect(back.distance).toBeCloseTo(there.distance, 12);
        expect(there.distance).toBeLessThanOrEqual(1 + 1e-12);
        const tenfold = (counts: Record<string, number>) =>
          Object.fromEntries(Object.entries(counts).map(([bin, count]) => [bin, count * 10]));
        const more = kolmogorovSmirnov(tenfold(first), tenfold(second))!;
        expect(more.distance).toBeCloseTo(there.distance, 9);
        expect(more.p).toBeLessThanOrEqual(there.p + 1e-9);
      }),
    );
  });

  test('of nothing is nothing', () => {
    expect(kolmogorovSmirnov({}, { 1: 1 })).toBeNull();
  });
});

describe('the interval of the distance', () => {
  test('is that of Dvoretzky, Kiefer, Wolfowitz and Massart on both sides', () => {
    // √(ln 80 / 1000) = 0.0662 for each of two samples of 500.
    const { low, high } = distanceInterval(0.4, 500, 500);
    expect(low).toBeCloseTo(0.4 - 0.1324, 4);
    expect(high).toBeCloseTo(0.4 + 0.1324, 4);
    expect(distanceInterval(0.05, 500, 500).low).toBe(0);
    expect(distanceInterval(0.99, 500, 500).high).toBe(1);
  });

  test('holds the distance and narrows with more samples', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, d) => {
        const [few, many] = [distanceInterval(d, n, n), distanceInterval(d, 4 * n, 4 * n)];
        expect(few.low <= d && d <= few.high).toBe(true);
        expect(many.high - many.low).toBeLessThanOrEqual(few.high - few.low);
      }),
    );
  });
});
