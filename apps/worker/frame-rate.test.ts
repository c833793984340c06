import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FrameRate } from './frame-rate.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Frames at a steady rate for so long. */
function play(rate: FrameRate, perSecond: number, seconds: number): void {
  for (let frame = 0; frame < perSecond * seconds; frame++) {
    vi.advanceTimersByTime(1000 / perSecond);
    rate.count();
  }
}

test('is the number of frames per second over the last five', () => {
  const rate = new FrameRate();
  play(rate, 10, 20);
  expect(rate.perSecond()).toBeCloseTo(10, 0);
  play(rate, 2, 10);
  expect(rate.perSecond()).toBeCloseTo(2, 0);
});

test('is right from the first second on', () => {
  const rate = new FrameRate();
  expect(rate.perSecond()).toBe(0);
  play(rate, 5, 2);
  expect(rate.perSecond()).toBeCloseTo(5, 0);
});

test('falls to zero when nothing comes any more', () => {
  const rate = new FrameRate();
  play(rate, 5, 10);
  vi.advanceTimersByTime(2_500);
  expect(rate.perSecond()).toBeCloseTo(2.5, 0);
  vi.advanceTimersByTime(5_000);
  expect(rate.perSecond()).toBe(0);
});
