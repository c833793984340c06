import { describe, expect, test } from 'vitest';
import { falseMatchRate, fitTail, similarityAt } from './fit-tail.ts';

/** Quantiles of a generalised Pareto distribution above 0.2, evenly spread over probability. */
function sample(shape: number, scale: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const above = (index + 0.5) / count;
    return 0.2 + (shape === 0 ? -scale * Math.log(above) : (scale / shape) * (above ** -shape - 1));
  });
}

test.each([
  [-0.3, 0.06],
  [-0.1, 0.05],
  [0, 0.04],
  [0.15, 0.03],
])('a distribution of shape %f and scale %f is found again', (shape, scale) => {
  // Half of all scores lie in the tail, the other half below it.
  const scores = [
    ...sample(shape, scale, 4000),
    ...Array.from({ length: 4000 }, (_, at) => (at / 4000) * 0.2),
  ];
  const tail = fitTail(scores, 0.5);
  expect(tail.share).toBe(0.5);
  expect(tail.above).toBeCloseTo(0.2, 2);
  expect(Math.abs(tail.shape - shape)).toBeLessThan(0.03);
  expect(Math.abs(tail.scale - scale)).toBeLessThan(0.003);
});

describe('rate and similarity', () => {
  test.each([-0.2, 0, 0.2])('are each other’s inverse at shape %f', (shape) => {
    const tail = { above: 0.25, share: 0.05, shape, scale: 0.05 };
    for (const rate of [0.04, 1e-3, 1e-6, 1e-11])
      expect(falseMatchRate(tail, similarityAt(tail, rate)) / rate).toBeCloseTo(1, 6);
    expect(similarityAt(tail, 0.5)).toBe(0.25);
    expect(falseMatchRate(tail, 0.1)).toBe(0.05);
  });

  test('nothing lies beyond the end of a tail that has one', () => {
    expect(falseMatchRate({ above: 0.25, share: 0.05, shape: -0.2, scale: 0.05 }, 0.51)).toBe(0);
  });
});

test('too few scores, or scores that are all the same, cannot be fitted', () => {
  expect(() => fitTail(sample(0, 1, 100), 0.1)).toThrow(RangeError);
  expect(() =>
    fitTail(
      Array.from({ length: 1000 }, () => 0.3),
      0.1,
    ),
  ).toThrow(RangeError);
});
