import { newIdentifier } from '@amaan/contracts/identifier';
import { SpeedSection } from '@amaan/contracts/violations/enforcement';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averageSpeed } from './average-speed.ts';
import { exceedsLimit } from './speed-evidence.ts';

const SECTION = SpeedSection.parse({
  ...{ id: newIdentifier(), name: 'Canal road', distanceM: 5000, distanceErrorM: 10 },
  ...{ limitKmh: 80, classLimitsKmh: { truck: 60 }, toleranceKmh: 5 },
});

function over(seconds: number, errorMs = 100, name: 'car' | 'truck' = 'car') {
  return averageSpeed(SECTION, { at: 0, errorMs }, { at: 1000 * seconds, errorMs }, name);
}

test('is the way over the time, and its lower bound holds with every error', () => {
  const speed = over(180)!;
  expect(speed.kmh).toBeCloseTo(100);
  expect(speed.lowerKmh).toBeCloseTo((3.6 * 4990) / 180.2, 6);
  expect(exceedsLimit(speed)).toBe(true);
});

test('near the limit nothing is sure', () => {
  expect(exceedsLimit(over((3.6 * 5000) / 85.1)!)).toBe('unsure');
  expect(exceedsLimit(over((3.6 * 5000) / 84)!)).toBe(false);
});

test('lorries have a limit of their own', () => {
  expect(exceedsLimit(over(240, 100, 'truck')!)).toBe(true);
  expect(exceedsLimit(over(240)!)).toBe(false);
});

test('an exit that may have been before the entry says nothing', () => {
  expect(over(0.1)).toBeNull();
  expect(over(-60)).toBeNull();
});

test('never is the bound above what was driven, whatever the clocks do within their errors', () => {
  const error = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 20, max: 200, noNaN: true }), error, error, error, (kmh, a, b, way) => {
      const driven = 5000 + 10 * way;
      const exit = (3600 * driven) / kmh + 200 * b;
      const speed = averageSpeed(SECTION, { at: 200 * a, errorMs: 200 }, { at: exit, errorMs: 200 }, 'car');
      expect(speed!.lowerKmh).toBeLessThanOrEqual(kmh + 1e-9);
    }),
  );
});
