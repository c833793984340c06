import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOffMs } from './back-off.ts';

test('grows from one second to one minute, and no further', () => {
  expect([1, 2, 3, 6, 7, 1000].map((failures) => backOffMs(failures, 1))).toEqual([
    1000, 2000, 4000, 32_000, 60_000, 60_000,
  ]);
});

test('spreads over the whole of its range', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, random) => {
        expect(backOffMs(failures, random)).toBeCloseTo(random * backOffMs(failures, 1), 6);
      },
    ),
  );
});
