import { expect, test } from 'vitest';
import { LeftOut } from './left-out.ts';

test('now and then is no matter, often within the time is too often', () => {
  const leftOut = new LeftOut(2, 60);
  expect([0, 50, 100, 150].map((now) => leftOut.again(now))).toEqual([false, false, false, false]);
  expect([160, 170].map((now) => leftOut.again(now))).toEqual([false, true]);
});

test('what lies back longer is forgotten', () => {
  const leftOut = new LeftOut(1, 10);
  expect([0, 10, 15].map((now) => leftOut.again(now))).toEqual([false, false, true]);
});
