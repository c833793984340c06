import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addHistograms,
  brightnessBin,
  confidenceBin,
  countIn,
  LOG_BIN_ERROR,
  logBin,
  logBinValue,
  totalOf,
} from './bins.ts';
import { quantile, quantileInterval, rankInterval } from './quantile.ts';

const histogramOf = (values: readonly number[], binOf: (value: number) => number) => {
  const histogram: Record<string, number> = {};
  for (const value of values) countIn(histogram, binOf(value));
  return histogram;
};

describe('bins', () => {
  test('of the edges are the first and the last', () => {
    expect([0, 0.049, 0.05, 0.999, 1].map(confidenceBin)).toEqual([0, 0, 1, 19, 19]);
    expect([0, 7.9, 8, 255].map(brightnessBin)).toEqual([0, 0, 1, 31]);
    expect(logBin(-5)).toBe(logBin(1));
  });

  test('the value of a logarithmic bin is no further off than promised', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e8, noNaN: true }), (value) => {
        expect(Math.abs(logBinValue(logBin(value)) - value) / value).toBeLessThanOrEqual(
          LOG_BIN_ERROR + 1e-9,
        );
      }),
    );
  });

  test('adding histograms is adding what they hold', () => {
    const values = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { maxLength: 50 });
    fc.assert(
      fc.property(values, values, (left, right) => {
        const sum = addHistograms([histogramOf(left, logBin), histogramOf(right, logBin)]);
        expect(sum).toEqual(histogramOf([...left, ...right], logBin));
        expect(totalOf(sum)).toBe(left.length + right.length);
      }),
    );
  });
});

describe('a quantile of a histogram', () => {
  test('is within the error of the bins of the exact one, and within its own interval', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 }),
        fc.constantFrom(0.5, 0.9, 0.95),
        (values, fraction) => {
          const exact = values.toSorted((a, b) => a - b)[Math.ceil(fraction * values.length) - 1]!;
          const histogram = histogramOf(values, logBin);
          const found = quantile(histogram, fraction, logBinValue)!;
          expect(Math.abs(found - exact) / exact).toBeLessThanOrEqual(LOG_BIN_ERROR + 1e-9);
          const interval = quantileInterval(histogram, fraction, logBinValue)!;
          expect(interval.low).toBeLessThanOrEqual(found);
          expect(interval.high).toBeGreaterThanOrEqual(found);
        },
      ),
    );
  });

  test('of nothing is nothing', () => {
    expect(quantile({}, 0.5, logBinValue)).toBeNull();
    expect(quantileInterval({}, 0.5, logBinValue)).toBeNull();
  });

  test('has the ranks 40 and 61 around the median of a hundred values', () => {
    expect(rankInterval(100, 0.5)).toEqual([40, 61]);
  });
});
