import { describe, expect, it } from 'vitest';
import { drawsFrom } from '../simulation/draws.ts';
import { findChangePoints } from './change-points.ts';
import { optimalSegments } from './optimal-segments.ts';
import { type SegmentCost, segmentCost, sizeFromNeighbours } from './segment-cost.ts';

/** Explosions in British coal mines with ten or more dead, by year from 1851 to 1962: `boot::coal` of R. */
const coal = [
  4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5, 2, 2, 3, 4,
  2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 2,
  1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 3, 3, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0,
  0, 1, 0, 1,
];
const even = (steps: number) => new Float64Array(steps).fill(1);
const drawn = (seed: number, steps: number, mean: (step: number) => number) => {
  const { poisson } = drawsFrom(seed);
  return Float64Array.from({ length: steps }, (_, step) => poisson(mean(step)));
};

describe('change points', () => {
  // B. P. Carlin, A. E. Gelfand and A. F. M. Smith, Applied Statistics 41 (1992), 389–405: the change is after the 41st
  // year (1891); A. E. Raftery and V. E. Akman, Biometrika 73 (1986), 85–89: from about 3.1 to about 0.9 a year.
  it('finds the published one of the coal mines', () => {
    const { changes } = findChangePoints(
      { counts: coal, exposures: even(112) },
      { cost: 'poisson', seed: 1 },
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ at: 41, p: 0.001 });
    expect(changes[0]!.before).toBeCloseTo(127 / 41, 10);
    expect(changes[0]!.after).toBeCloseTo(64 / 71, 10);
    // By hand: 2 (127 log(127/41) + 64 log(64/71) − 191 log(191/112)).
    expect(changes[0]!.statistic).toBeCloseTo(
      2 * (127 * Math.log(127 / 41) + 64 * Math.log(64 / 71) - 191 * Math.log(191 / 112)),
      8,
    );
  });

  it('finds several levels, and what they are', () => {
    const level = (step: number) => (step < 60 ? 10 : step < 100 ? 20 : 6);
    const { changes, levels } = findChangePoints(
      { counts: drawn(4, 160, level), exposures: even(160) },
      { seed: 1 },
    );
    expect(changes.map(({ at }) => at).map((at, n) => Math.abs(at - [60, 100][n]!) <= 2)).toEqual([
      true,
      true,
    ]);
    expect(changes.every(({ p }) => p < 0.01)).toBe(true);
    for (const step of [10, 80, 140]) expect(Math.abs(levels[step]! / level(step) - 1)).toBeLessThan(0.15);
  });

  it('finds none where there is none, in Poisson counts and in bunches', () => {
    const found = (bunch: number) =>
      Array.from({ length: 60 }, (_, seed) => {
        const counts = drawn(100 + seed, 100, () => 20 / bunch).map((count) => count * bunch);
        return findChangePoints({ counts, exposures: even(100) }, { seed, permutations: 99 }).changes.length;
      }).filter((changes) => changes > 0).length;
    expect(found(1)).toBeLessThanOrEqual(3);
    expect(found(5)).toBeLessThanOrEqual(6);
  });

  it('takes no month for a change because it is longer, nor a summer that is known', () => {
    const season = (step: number) => 1 + 0.5 * Math.sin((2 * Math.PI * step) / 52);
    const counts = drawn(5, 156, (step) => 40 * season(step));
    const known = Float64Array.from({ length: 156 }, (_, step) => season(step));
    expect(findChangePoints({ counts, exposures: known }, { seed: 1 }).changes).toEqual([]);
    expect(findChangePoints({ counts, exposures: even(156) }, { seed: 1 }).changes.length).toBeGreaterThan(2);
  });

  it('is the same for the same seed', () => {
    const series = { counts: drawn(6, 80, (step) => (step < 40 ? 8 : 12)), exposures: even(80) };
    expect(findChangePoints(series, { seed: 3 })).toEqual(findChangePoints(series, { seed: 3 }));
  });

  it('refuses few steps and steps that last no time', () => {
    expect(() => findChangePoints({ counts: [1, 2, 3], exposures: even(3) }, { seed: 1 })).toThrow(
      expect.objectContaining({ code: 'SERIES_TOO_SHORT' }),
    );
    expect(() => findChangePoints({ counts: coal, exposures: new Float64Array(112) }, { seed: 1 })).toThrow(
      expect.objectContaining({ code: 'EXPOSURE_INVALID' }),
    );
  });
});

describe('the least cost', () => {
  /** All ways to cut a series, by recursion from its end. */
  const leastOfAll = (cost: SegmentCost, penalty: number, minimum: number): number => {
    const least = (until: number): number => {
      if (until === 0) return -penalty;
      let best = Number.POSITIVE_INFINITY;
      for (let from = 0; from <= until - minimum; from++) {
        if (from === 0 || from >= minimum)
          best = Math.min(best, least(from) + cost.between(from, until) + penalty);
      }
      return best;
    };
    return least(cost.length);
  };

  it.each([1, 2, 3, 4, 5, 6])('is that of all ways to cut a series (%d)', (seed) => {
    const counts = drawn(seed, 18, (step) => (step % 9 < 4 ? 3 : 9));
    for (const size of [Number.POSITIVE_INFINITY, 3]) {
      const cost = segmentCost({ counts, exposures: Float64Array.from(counts, (_, n) => 1 + (n % 2)) }, size);
      const edges = [0, ...optimalSegments(cost, 3, 2), 18];
      const found = edges.slice(1).reduce((sum, edge, n) => sum + cost.between(edges[n]!, edge) + 3, -3);
      expect(found).toBeCloseTo(leastOfAll(cost, 3, 2), 9);
    }
  });
});

describe('the size of a negative binomial', () => {
  it('is told from neighbours in spite of a change, and infinite for Poisson counts', () => {
    const { poisson, exponential } = drawsFrom(12);
    // A Poisson variable with an exponential mean is geometric: negative binomial of size 1; the sum of four has size 4.
    const counts = Float64Array.from({ length: 4000 }, (_, n) => {
      const mean = n < 2000 ? 5 : 15;
      return [1, 2, 3, 4].reduce((sum) => sum + poisson(exponential(mean / 4)), 0);
    });
    const size = sizeFromNeighbours({ counts, exposures: even(4000) });
    expect(size).toBeGreaterThan(3.2);
    expect(size).toBeLessThan(4.8);
    expect(sizeFromNeighbours({ counts: drawn(13, 4000, () => 7), exposures: even(4000) })).toBeGreaterThan(
      60,
    );
  });
});
