import type { MeasuredFigure } from '@amaan/contracts/governance/validation';
import { expect, it } from 'vitest';
import { judgeFigures } from './judge-figures.ts';

const figure = (low: number, aim: number | null): MeasuredFigure => ({
  name: 'recall',
  value: 0.8,
  low,
  high: 0.9,
  n: 50,
  group: null,
  aim: aim === null ? null : { atLeast: aim },
});

it('judges by the lower end of the interval, not by the value', () => {
  expect(judgeFigures([figure(0.7, 0.75)])).toMatchObject({ figures: [{ met: false }], passed: false });
  expect(judgeFigures([figure(0.75, 0.75)])).toMatchObject({ figures: [{ met: true }], passed: true });
});

it('passes only what was judged, and only when all of it was met', () => {
  expect(judgeFigures([figure(0.7, null)])).toMatchObject({ figures: [{ met: null }], passed: false });
  expect(judgeFigures([figure(0.7, 0.5), figure(0.7, null)]).passed).toBe(true);
  expect(judgeFigures([figure(0.7, 0.5), figure(0.4, 0.5)]).passed).toBe(false);
});
