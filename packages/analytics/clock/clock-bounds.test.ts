import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClockBounds } from './clock-bounds.ts';

test('knows nothing before the first comparison, and nothing a minute after the last', () => {
  const bounds = new ClockBounds();
  expect(bounds.get(0)).toBeNull();
  bounds.add(0, -5, 5);
  expect(bounds.get(0)).toEqual({ offsetMs: 0, errorMs: 5, comparedAt: 0 });
  expect(bounds.get(60_001)).toBeNull();
});

test('grows between comparisons by what crystals drift', () => {
  const bounds = new ClockBounds();
  bounds.add(0, -5, 5);
  expect(bounds.get(10_000)?.errorMs).toBeCloseTo(7);
});

test('begins anew when a clock was set', () => {
  const bounds = new ClockBounds();
  bounds.add(0, 0, 10);
  bounds.add(100, 5_000, 5_020);
  expect(bounds.get(100)).toMatchObject({ offsetMs: 5_010, errorMs: 10 });
});

test('finds a clock of whole seconds within the time between two looks, and never leaves the truth out', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3_000, max: 3_000, noNaN: true }),
      fc.array(fc.integer({ min: 80, max: 140 }), { minLength: 40, maxLength: 60 }),
      fc.integer({ min: 0, max: 20 }),
      (offset, waits, trip) => {
        const bounds = new ClockBounds();
        let now = 1_000_000;
        for (const wait of waits) {
          now += wait;
          // The answer is read somewhere on the way; here in the middle.
          const read = now + trip / 2;
          const seconds = Math.floor((read + offset) / 1000) * 1000;
          bounds.add(now + trip, seconds - (now + trip), seconds + 1000 - now);
        }
        const { offsetMs, errorMs } = bounds.get(now + trip)!;
        expect(Math.abs(offsetMs - offset)).toBeLessThanOrEqual(errorMs + 1e-6);
        expect(errorMs).toBeLessThan(140);
      },
    ),
  );
});
