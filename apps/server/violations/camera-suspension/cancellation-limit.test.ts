import { expect, test } from 'vitest';
import { AGAINST_CAMERA, cancellationRate, passesLimit } from './cancellation-limit.ts';

const since = '2026-10-01T00:00:00.000Z';
const stops = (cancelled: number, decided: number, limit = 0.05) =>
  passesLimit(cancellationRate({ cancelled, decided }, since), limit);

test.each([
  // Too few say nothing, however bad they look.
  [19, 19, false],
  [0, 0, false],
  [0, 20, false],
  // 2 of 20 may be chance: Wilson's lower end is 2.8 %; that of 3 of 20 is 5.2 %.
  [2, 20, false],
  [3, 20, true],
  // The more are decided, the nearer to the limit itself.
  [10, 100, true],
  [9, 100, false],
  [63, 1000, false],
  [64, 1000, true],
])('of %d cancelled among %d decided the camera stops: %s', (cancelled, decided, expected) => {
  expect(stops(cancelled, decided)).toBe(expected);
});

test('the limit is the deployment’s', () => {
  expect(stops(3, 20, 0.2)).toBe(false);
  expect(stops(10, 20, 0.2)).toBe(true);
});

test('what was nobody’s or another’s fault does not count against the camera', () => {
  expect(AGAINST_CAMERA).toEqual(['contest-accepted', 'bulk', 'issued-in-error', 'other']);
});
