import { expect, test } from 'vitest';
import { stripOf } from './strip-view.ts';

const moments = [{ at: 100_000 }, { at: 102_000 }];

test('begins before the red that was crossed, ends after the last moment, and says what nobody knows', () => {
  const strip = stripOf(
    [
      { light: 'green', from: 60_000 },
      { light: 'yellow', from: 95_000 },
      { light: 'red', from: 98_000 },
    ],
    moments,
    104_000,
  );
  expect(strip).toEqual({
    from: 94_000,
    to: 106_000,
    lights: [
      { light: 'green', from: 94_000, to: 95_000 },
      { light: 'yellow', from: 95_000, to: 98_000 },
      { light: 'red', from: 98_000, to: 104_000 },
      { light: 'unknown', from: 104_000, to: 106_000 },
    ],
  });
});

test('a red of long ago does not push the crossing to the edge', () => {
  const strip = stripOf([{ light: 'red', from: 0 }], moments, 200_000);
  expect(strip?.from).toBe(66_000);
  expect(strip?.lights).toEqual([{ light: 'red', from: 66_000, to: 106_000 }]);
});

test('without a light all of it is unknown; without a moment there is nothing to draw', () => {
  expect(stripOf([], moments, 0)?.lights).toEqual([{ light: 'unknown', from: 96_000, to: 106_000 }]);
  expect(stripOf([{ light: 'red', from: 0 }], [], 10)).toBeNull();
});
