import { describe, expect, test } from 'vitest';
import { attributeLimits, individualsLimits, movingRanges } from './chart-limits.ts';

const all = (length: number) => Array.from({ length }, () => true);

describe('individuals and moving ranges', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2: ten flow rates, with the limits that it prints.
  const rates = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
  test('have the limits of the NIST handbook', () => {
    // The handbook has ten points, fewer than are taken here: the same again, with its seam left out, has the same means.
    const limits = individualsLimits([...rates, null, ...rates], all(21))!;
    expect(limits.centre).toBeCloseTo(50.81, 10);
    expect(limits.limits[0]!.upper).toBeCloseTo(55.8041, 3);
    expect(limits.limits[0]!.lower).toBeCloseTo(45.8159, 3);
    expect(limits.rangeUpper).toBeCloseTo(3.267 * 1.87778, 4);
  });

  test('say nothing of too few points, and never let a time be negative', () => {
    expect(individualsLimits(rates, all(10))).toBeNull();
    const wild = Array.from({ length: 14 }, (_, index) => (index % 2 === 0 ? 1 : 100));
    expect(individualsLimits(wild, all(14))!.limits[0]!.lower).toBe(0);
    expect(movingRanges([1, null, 4, 2])).toEqual([null, null, null, 2]);
  });

  test('are made from the baseline alone', () => {
    const values = [...Array.from({ length: 14 }, (_, index) => 10 + (index % 2)), 50, 60];
    const limits = individualsLimits(
      values,
      values.map((_, index) => index < 14),
    )!;
    expect(limits.centre).toBe(10.5);
    expect(limits.limits[15]!.upper).toBeLessThan(20);
  });
});

describe('shares and counts', () => {
  // Orange juice cans of Montgomery's section 7.2, as the NIST handbook (6.3.3.2) prints them for wafers: 30 samples of 50.
  const faulty = [
    ...[12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22],
    ...[8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6],
  ];
  const samples = faulty.map((count) => ({ count, size: 50 }));

  test('have the p chart of the NIST handbook', () => {
    const limits = attributeLimits('p', samples, all(30), 'never')!;
    expect(limits.centre).toBeCloseTo(0.2313, 4);
    expect(limits.limits[0]!.upper).toBeCloseTo(0.4102, 4);
    expect(limits.limits[0]!.lower).toBeCloseTo(0.0524, 4);
  });

  test('are widened as Laney has it where they spread more than the binomial law', () => {
    // Sigma z of the same samples, by a few lines of Python.
    const sigmaZ = 1.6608667197432383;
    const limits = attributeLimits('p', samples, all(30))!;
    expect(limits.corrected).toBe(true);
    expect(limits.dispersion).toBeCloseTo(sigmaZ, 10);
    const half = 3 * Math.sqrt((limits.centre * (1 - limits.centre)) / 50) * sigmaZ;
    expect(limits.limits[0]!.upper).toBeCloseTo(limits.centre + half, 10);
  });

  test('of large samples that differ a little do not all lie outside', () => {
    // Days of 20,000 calls whose true share wanders by two points: the binomial limits are a tenth of that.
    const days = Array.from({ length: 30 }, (_, index) => ({
      count: Math.round(20_000 * (0.8 + 0.02 * Math.sin(index * 2.1))),
      size: 20_000,
    }));
    const plain = attributeLimits('p', days, all(30), 'never')!;
    const widened = attributeLimits('p', days, all(30))!;
    const out = (limits: typeof plain) =>
      days.filter(({ count, size }, at) => {
        const { lower, upper } = limits.limits[at]!;
        return count / size < lower || count / size > upper;
      }).length;
    expect(out(plain)).toBeGreaterThan(15);
    expect(widened.corrected).toBe(true);
    expect(out(widened)).toBe(0);
  });

  test('of counts over time have limits as wide as their time', () => {
    const hours = Array.from({ length: 20 }, (_, index) => ({ count: 193 / 20, size: index < 10 ? 5 : 2.5 }));
    const limits = attributeLimits('u', hours, all(20), 'never')!;
    const { centre } = limits;
    expect(centre).toBeCloseTo(193 / 75, 10);
    expect(limits.limits[0]!.upper).toBeCloseTo(centre + 3 * Math.sqrt(centre / 5), 10);
    expect(limits.limits[19]!.upper).toBeCloseTo(centre + 3 * Math.sqrt(centre / 2.5), 10);
  });

  test('that never fail have no spread', () => {
    const limits = attributeLimits(
      'p',
      Array.from({ length: 12 }, () => ({ count: 9, size: 9 })),
      all(12),
    )!;
    expect(limits).toMatchObject({ centre: 1, corrected: false });
    expect(limits.limits[0]).toEqual({ lower: 1, upper: 1, sigma: 0 });
  });
});
