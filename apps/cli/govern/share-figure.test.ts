import { MeasuredFigure } from '@amaan/contracts/governance/validation';
import { expect, test } from 'vitest';
import { shareFigure, shareOf } from './share-figure.ts';

test('a share has an interval about it, of how many cases, and an aim where it is judged', () => {
  const share = shareOf([true, true, true, false], Boolean);
  expect(share).toEqual({ right: 3, of: 4 });
  const figure = shareFigure('found', 'dark', share, 0.5);
  expect(MeasuredFigure.parse(figure)).toMatchObject({ value: 0.75, n: 4, aim: { atLeast: 0.5 } });
  expect(figure.low).toBeLessThan(0.75);
  expect(figure.high).toBeGreaterThan(0.75);
  expect(shareFigure('found', null, share, null).aim).toBeNull();
});

test('of nothing there is no share', () => {
  expect(() => shareFigure('found', null, shareOf([], Boolean), null)).toThrow(RangeError);
});
