import { describe, expect, it } from 'vitest';
import { betaProbability, betaQuantile } from './beta-distribution.ts';
import { logGamma } from './log-gamma.ts';
import { studentReach, studentTwoSided } from './student-t.ts';

const isNear = (value: number, wanted: number) => expect(Math.abs(value / wanted - 1)).toBeLessThan(1e-11);

// scipy 1.10.1: special.gammaln(x), stats.beta.cdf(x, a, b), stats.beta.ppf(p, a, b), 2 * stats.t.sf(t, df)
const GAMMA: [number, number][] = [
  [0.1, 2.25271265173421],
  [0.5, 0.5723649429247],
  [3.7, 1.42807232666539],
  [11.99, 17.4778855754262],
  [40, 106.631760260643],
  [1234.5, 7550.55090107789],
];
const BETA: [number, number, number, number][] = [
  [0.2, 2, 3, 0.1808],
  [0.9, 0.5, 0.5, 0.795167235300867],
  [0.45, 310, 402, 0.784431627919852],
  [0.001, 1, 12, 0.0119342195057911],
  [0.5, 5000, 5100, 0.840152870812138],
  [0.7, 3.25, 0.4, 0.110060085606269],
];
const BETA_QUANTILES: [number, number, number, number][] = [
  [0.025, 3, 8, 0.0667395111777345],
  [0.975, 4, 7, 0.652452850059997],
  [0.025, 900, 1101, 0.428033655939283],
  [0.5, 0.5, 12, 0.0191678714908033],
];
const STUDENT: [number, number, number][] = [
  [0.3, 9, 0.770990703741525],
  [2.2, 9, 0.0553405727986116],
  [5.5, 40, 2.38042113591315e-6],
  [12, 100, 4.39508771560436e-21],
  [1, 1, 0.5],
];
// R 4.2.2: qt((1 + p) / 2, df), which has more digits than scipy's
const REACHES: [number, number, number][] = [
  [0.95, 9, 2.2621571627982049],
  [0.95, 100, 1.9839715185235516],
  [0.99, 3, 5.8409093097333544],
  [0.5, 30, 0.6827556933212923],
];

describe('distributions are those of scipy and R', () => {
  it.each(GAMMA)('log Γ(%d)', (x, wanted) => isNear(logGamma(x), wanted));
  it.each(BETA)('beta: P(X ≤ %d) with %d and %d', (x, a, b, wanted) => {
    isNear(betaProbability(x, a, b), wanted);
  });
  it.each(BETA_QUANTILES)('beta: the quantile of %d with %d and %d', (p, a, b, wanted) => {
    isNear(betaQuantile(p, a, b), wanted);
  });
  it.each(STUDENT)('Student: beyond %d with %d degrees of freedom', (t, df, wanted) => {
    isNear(studentTwoSided(t, df), wanted);
  });
  it.each(REACHES)('Student: %d of it with %d degrees of freedom', (p, df, wanted) => {
    isNear(studentReach(p, df), wanted);
  });
});

it('ends are ends', () => {
  expect(betaProbability(0, 2, 3)).toBe(0);
  expect(betaProbability(1, 2, 3)).toBe(1);
  expect(studentTwoSided(0, 5)).toBe(1);
});
