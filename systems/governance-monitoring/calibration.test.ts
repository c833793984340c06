import { describe, expect, test } from 'vitest';
import { confidenceBin } from './bins.ts';
import { expectedCalibrationError } from './calibration.ts';

describe('the expected calibration error', () => {
  test('is nothing where confidence is the share of right answers', () => {
    const bins = [5, 10, 15].map((bin) => ({ bin, reviewed: 4000, right: 4000 * ((bin + 0.5) / 20) }));
    expect(expectedCalibrationError(bins)!.value).toBeCloseTo(0, 12);
  });

  test('weighs each bin by what was reviewed in it', () => {
    const bins = [
      // 0.925 said, 0.525 right: 0.4 off, three quarters of the weight.
      { bin: confidenceBin(0.92), reviewed: 300, right: 157.5 },
      { bin: confidenceBin(0.52), reviewed: 100, right: 52.5 },
    ];
    const { value, low, high } = expectedCalibrationError(bins)!;
    expect(value).toBeCloseTo(0.3, 6);
    expect(low).toBeGreaterThan(0.2);
    expect(high).toBeLessThan(0.4);
  });

  test('has a wider interval for fewer reviews, and the same one for the same reviews', () => {
    const width = (reviewed: number) => {
      const { low, high } = expectedCalibrationError([{ bin: 16, reviewed, right: reviewed / 2 }])!;
      return high - low;
    };
    expect(width(40)).toBeGreaterThan(width(4000));
    expect(width(40)).toBe(width(40));
  });

  test('of nothing is nothing', () => {
    expect(expectedCalibrationError([])).toBeNull();
    expect(expectedCalibrationError([{ bin: 3, reviewed: 0, right: 0 }])).toBeNull();
  });
});
