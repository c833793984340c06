import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CaptureClock } from './capture-clock.ts';

const START = Date.UTC(2026, 0, 1);

test('never runs backwards, and never says that a frame was captured after it arrived', () => {
  const delays = fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(delays, (delaysMs) => {
      const clock = new CaptureClock();
      let arrivedAt = START;
      let last = Number.NEGATIVE_INFINITY;
      delaysMs.forEach((delay, index) => {
        arrivedAt = Math.max(arrivedAt, START + index * 200 + delay);
        const captured = clock.capturedAt(index / 5, arrivedAt);
        expect(captured).toBeGreaterThanOrEqual(last);
        expect(captured).toBeLessThanOrEqual(arrivedAt + 1e-3);
        last = captured;
      });
    }),
  );
});

test('is not disturbed by frames that come late', () => {
  const clock = new CaptureClock();
  clock.capturedAt(0, START + 40);
  expect(clock.capturedAt(0.2, START + 200 + 900)).toBeCloseTo(START + 240, 3);
});

test('follows a camera whose clock runs slow', () => {
  const clock = new CaptureClock();
  // The camera's second lasts 1.001 of ours: in an hour it is 3.6 s behind.
  let captured = 0;
  let arrivedAt = START;
  for (let seconds = 0; seconds <= 3600; seconds += 0.2) {
    arrivedAt = START + seconds * 1001;
    captured = clock.capturedAt(seconds, arrivedAt);
  }
  expect(arrivedAt - captured).toBeLessThan(100);
});
