import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../normal-distribution.ts';
import { rankIntervals, simultaneousZ, togetherSets } from './rank-intervals.ts';

const of = (value: number, reach: number) => ({ value, low: value - reach, high: value + reach });

describe('ranks', () => {
  test('are open where intervals overlap, and certain where they do not', () => {
    const all = [of(100, 5), of(108, 5), of(130, 5)];
    expect(rankIntervals(all, true)).toEqual([
      { best: 1, worst: 2 },
      { best: 1, worst: 2 },
      { best: 3, worst: 3 },
    ]);
    expect(rankIntervals(all, false)).toEqual([
      { best: 2, worst: 3 },
      { best: 2, worst: 3 },
      { best: 1, worst: 1 },
    ]);
    expect(togetherSets(all)).toEqual([[0, 1]]);
  });

  test('of a chain have two sets that share a member', () => {
    expect(togetherSets([of(10, 3), of(14, 3), of(18, 3)])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(togetherSets([of(1, 9), of(2, 9), of(3, 9)])).toEqual([[0, 1, 2]]);
    expect(togetherSets([of(1, 0.1), of(2, 0.1)])).toEqual([]);
  });

  test('always hold the place in the order', () => {
    const some = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 12 }), (pairs) => {
        const all = pairs.map(([value, reach]) => of(value, reach)).sort((a, b) => a.value - b.value);
        for (const [index, { best, worst }] of rankIntervals(all, true).entries()) {
          expect(best).toBeLessThanOrEqual(index + 1);
          expect(worst).toBeGreaterThanOrEqual(index + 1);
        }
      }),
    );
  });

  test('hold all at once as often as promised', () => {
    // Six equal populations: every rank set that leaves out a rank is wrong. Errors come from a fixed low-discrepancy sequence.
    const z = simultaneousZ(6);
    expect(z).toBeCloseTo(normalQuantile((1 + 0.95 ** (1 / 6)) / 2), 12);
    expect(simultaneousZ(1)).toBeCloseTo(1.959964, 5);
    let wrong = 0;
    const rounds = 4000;
    const steps = [0.4142135624, 0.7320508076, 0.2360679775, 0.6457513111, 0.3166247904, 0.6055512755];
    for (let round = 0; round < rounds; round++) {
      const all = steps.map((step) => of(normalQuantile(0.0001 + 0.9998 * (((round + 0.5) * step) % 1)), z));
      if (rankIntervals(all, true).some(({ best, worst }) => best > 1 || worst < 6)) wrong += 1;
    }
    expect(wrong / rounds).toBeLessThan(0.05);
  });
});
