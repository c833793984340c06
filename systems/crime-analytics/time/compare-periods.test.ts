import { describe, expect, it } from 'vitest';
import { drawsFrom } from '../simulation/draws.ts';
import { comparePeriods, countDispersion } from './compare-periods.ts';

// R 4.2.2: poisson.test(c(after, before), c(30, 60))$conf.int, and
// n <- before + after; min(1, 2 * min(pbinom(after, n, 1/3), pbinom(after - 1, n, 1/3, lower.tail = FALSE)))
const R_VALUES: [number, number, number, number, number, number][] = [
  [40, 31, 1.55, 0.937504337568, 2.54075658293, 0.0894477846511],
  [12, 3, 0.5, 0.0905457272109, 1.85275638744, 0.418480376241],
  [3, 12, 8, 2.15894546478, 44.1765737955, 0.000570217647937],
  [500, 260, 1.04, 0.891791466989, 1.21055316849, 0.632802423994],
  [1, 0, 0, 0, 78, 1],
  [7, 5, 1.42857142857, 0.357523730567, 5.22883678083, 0.73695857113],
];

describe('comparing two periods', () => {
  it.each(R_VALUES)('is that of R for %d before and %d after', (before, after, ratio, low, high, p) => {
    const { areas } = comparePeriods({ before: [before], after: [after], daysBefore: 60, daysAfter: 30 });
    const [area] = areas;
    expect(area!.ratio).toBeCloseTo(ratio, 9);
    expect(area!.low).toBeCloseTo(low, 7);
    expect(area!.high).toBeCloseTo(high, 7);
    expect(Math.abs(area!.p / p - 1)).toBeLessThan(1e-9);
  });

  it('has no lower or upper end where one period has none, and says nothing where both have none', () => {
    const { areas } = comparePeriods({ before: [0, 9, 0], after: [9, 0, 0], daysBefore: 1, daysAfter: 1 });
    const [appeared, vanished, empty] = areas;
    expect([appeared!.ratio, appeared!.high]).toEqual([Infinity, Infinity]);
    expect(appeared!.low).toBeGreaterThan(1);
    expect([vanished!.ratio, vanished!.low]).toEqual([0, 0]);
    expect(vanished!.high).toBeLessThan(1);
    expect([empty!.ratio, empty!.p, empty!.q, empty!.isSignificant]).toEqual([Number.NaN, 1, 1, false]);
    // 2 · 2⁻⁹; two tests, both of that p.
    expect(appeared!.p).toBeCloseTo(2 ** -8, 12);
    expect(appeared!.q).toBeCloseTo(2 ** -8, 12);
  });

  it('calls no more areas changed than the rate of false discoveries allows', () => {
    const { poisson } = drawsFrom(3);
    const before = Array.from({ length: 400 }, () => poisson(20));
    const after = before.map((_, area) => poisson(area < 40 ? 60 : 20));
    const { areas, total } = comparePeriods({ before, after, daysBefore: 30, daysAfter: 30 });
    const found = areas.flatMap(({ isSignificant }, area) => (isSignificant ? [area] : []));
    const wrong = found.filter((area) => area >= 40).length;
    expect(found.length - wrong).toBeGreaterThan(35);
    expect(wrong / found.length).toBeLessThan(0.1);
    expect(total.isSignificant).toBe(true);
  });

  it('trusts counts less where they cluster', () => {
    const question = { before: [40], after: [60], daysBefore: 30, daysAfter: 30 };
    const sure = comparePeriods(question).areas[0]!;
    const clustered = comparePeriods({ ...question, dispersion: 3 }).areas[0]!;
    expect(clustered.ratio).toBe(sure.ratio);
    expect(clustered.high / clustered.low).toBeGreaterThan(sure.high / sure.low);
    expect(clustered.p).toBeGreaterThan(sure.p);
    // Counts three times as large, worth a third each.
    const scaled = comparePeriods({ ...question, before: [120], after: [180], dispersion: 3 }).areas[0]!;
    expect(scaled.p).toBeCloseTo(sure.p, 10);
    expect(comparePeriods({ ...question, dispersion: 0.2 }).areas[0]!.p).toBe(sure.p);
  });

  it('refuses periods that last no time', () => {
    const run = () => comparePeriods({ before: [1], after: [1], daysBefore: 0, daysAfter: 1 });
    expect(run).toThrow(expect.objectContaining({ code: 'PERIODS_INVALID' }));
  });
});

describe('the dispersion of counts', () => {
  it('is about 1 for Poisson counts whatever their means, and never below', () => {
    const { poisson } = drawsFrom(5);
    const series = Array.from({ length: 50 }, (_, area) =>
      Array.from({ length: 40 }, () => poisson(1 + area)),
    );
    expect(Math.abs(countDispersion(series) - 1)).toBeLessThan(0.06);
    expect(countDispersion([[5, 5, 5]])).toBe(1);
    expect(countDispersion([[0, 0], [3]])).toBe(1);
  });

  it('is what counts in bunches have', () => {
    const { poisson } = drawsFrom(6);
    const bunches = Array.from({ length: 400 }, () => 4 * poisson(5));
    expect(Math.abs(countDispersion([bunches]) - 4)).toBeLessThan(0.6);
  });
});
