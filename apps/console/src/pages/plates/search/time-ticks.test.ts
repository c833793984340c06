import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeTicks } from './time-ticks.ts';

const HOUR = 3_600_000;

test('an hour is cut at full ten minutes, a week at days of the place', () => {
  const noon = Date.UTC(2026, 2, 1, 12);
  expect(timeTicks(noon, noon + HOUR, 7, 0)).toEqual({
    at: [0, 10, 20, 30, 40, 50, 60].map((minute) => noon + minute * 60_000),
    days: false,
  });
  const { at, days } = timeTicks(noon, noon + 7 * 24 * HOUR, 8, -300);
  expect(days).toBe(true);
  expect(at[0]).toBe(Date.UTC(2026, 2, 1, 19));
});

test('there are never more than asked for by more than one, and all lie inside', () => {
  const instant = fc.integer({ min: 0, max: 2e12 });
  const length = fc.integer({ min: 60_000, max: 365 * 24 * HOUR });
  fc.assert(
    fc.property(instant, length, fc.integer({ min: 5, max: 12 }), (from, span, most) => {
      const { at } = timeTicks(from, from + span, most, -300);
      expect(at.length).toBeLessThanOrEqual(most + 1);
      for (const tick of at) {
        expect(tick).toBeGreaterThanOrEqual(from);
        expect(tick).toBeLessThanOrEqual(from + span);
      }
    }),
  );
});
