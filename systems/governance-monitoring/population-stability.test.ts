import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binsOfNames, binsOfReference, populationStability } from './population-stability.ts';

const label = (from: number, to: number) => `${from}–${to}`;

describe('the population stability index', () => {
  test('of 30 and 70 % against halves is what it is by hand', () => {
    const bins = [
      { label: 'a', reference: 5e6, present: 3e6 },
      { label: 'b', reference: 5e6, present: 7e6 },
    ];
    const byHand = -0.2 * Math.log(0.3 / 0.5) + 0.2 * Math.log(0.7 / 0.5);
    expect(populationStability(bins).value).toBeCloseTo(byHand, 6);
  });

  test('is finite and not negative, nothing for the same, and lies in its interval', () => {
    const counts = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(counts, (pairs) => {
        const bins = pairs.map(([reference, present], index) => ({ label: `${index}`, reference, present }));
        const { value, low, high } = populationStability(bins);
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        const same = populationStability(bins.map((bin) => ({ ...bin, present: bin.reference })));
        expect(same.value).toBeCloseTo(0, 12);
      }),
    );
  });

  test('is symmetric', () => {
    const bins = [
      { label: 'a', reference: 10, present: 400 },
      { label: 'b', reference: 90, present: 100 },
    ];
    const turned = bins.map(({ label, reference, present }) => ({
      label,
      reference: present,
      present: reference,
    }));
    expect(populationStability(turned).value).toBeCloseTo(populationStability(bins).value, 12);
  });
});

describe('bins of the reference', () => {
  test('hold everything, and about a tenth of the reference each', () => {
    const histogram = fc.dictionary(
      fc.integer({ min: 0, max: 60 }).map(String),
      fc.integer({ min: 1, max: 50 }),
      {
        minKeys: 1,
      },
    );
    fc.assert(
      fc.property(histogram, histogram, (reference, present) => {
        const bins = binsOfReference(reference, present, label);
        const sum = (key: 'reference' | 'present') => bins.reduce((total, bin) => total + bin[key], 0);
        const all = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
        expect(sum('reference')).toBe(all(reference));
        expect(sum('present')).toBe(all(present));
        expect(bins.length).toBeLessThanOrEqual(10);
        for (const bin of bins) expect(bin.reference).toBeGreaterThanOrEqual(all(reference) / 10 - 1e-9);
      }),
    );
  });

  test('are the names of both for what has no order', () => {
    expect(binsOfNames({ car: 3 }, { bus: 1 })).toEqual([
      { label: 'bus', reference: 0, present: 1 },
      { label: 'car', reference: 3, present: 0 },
    ]);
  });
});
