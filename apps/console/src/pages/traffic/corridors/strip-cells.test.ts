import type { CorridorMeasures } from '@amaan/contracts/traffic/api-corridor';
import { describe, expect, test } from 'vitest';
import { bandsOf, wholeTravelTimes } from './strip-cells.ts';

describe('the bands of a corridor', () => {
  test('reach half the way to the next stop and cover the whole length', () => {
    expect(bandsOf([0, 400, 1000])).toEqual({
      toScale: true,
      bands: [
        { from: 0, to: 0.2 },
        { from: 0.2, to: 0.7 },
        { from: 0.7, to: 1 },
      ],
    });
  });

  test('are equally wide where a distance is not known', () => {
    const { bands, toScale } = bandsOf([0, null, 900]);
    expect(toScale).toBe(false);
    expect(bands.map(({ from, to }) => (to - from).toFixed(3))).toEqual(['0.333', '0.333', '0.333']);
    expect(bandsOf([0, 0]).toScale).toBe(false);
  });
});

test('a travel time is the sum of all legs, or is not known', () => {
  const point = (minute: number) => ({
    from: new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString(),
    to: new Date(Date.UTC(2026, 2, 1, 8, minute + 1)).toISOString(),
    figures: null,
  });
  const measures = {
    stops: [{ points: [point(0), point(1)] }],
    legs: [
      { metres: 400, secondsBySpeed: [40, 50] },
      { metres: 600, secondsBySpeed: [60, null] },
    ],
  } as unknown as CorridorMeasures;
  expect(wholeTravelTimes(measures).map(({ seconds }) => seconds)).toEqual([100, null]);
});
