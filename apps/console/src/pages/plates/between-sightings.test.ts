import { describe, expect, test } from 'vitest';
import { metresBetween } from '../../map/distance.ts';
import { betweenSightings } from './between-sightings.ts';

const at = (second: number, longitude: number | null, cameraId = `camera ${longitude}`) => ({
  capturedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
  position: longitude === null ? null : ([longitude, 31.5] as [number, number]),
  cameraId,
});

describe('what lies between two sightings', () => {
  test('distance and least speed, in either order', () => {
    const forth = betweenSightings(at(0, 74.3), at(60, 74.31));
    expect(forth).toEqual(betweenSightings(at(60, 74.31), at(0, 74.3)));
    expect(forth.metres).toBeCloseTo(948, 0);
    expect(forth.speed).toBeCloseTo(56.9, 1);
  });

  test('two places at once take an infinite speed, one camera none', () => {
    expect(betweenSightings(at(5, 74.3), at(5, 74.4)).speed).toBe(Number.POSITIVE_INFINITY);
    expect(betweenSightings(at(5, 74.3), at(5, 74.3)).speed).toBe(0);
  });

  test('without a position nothing is guessed', () => {
    expect(betweenSightings(at(0, 74.3), at(60, null))).toEqual({ seconds: 60, metres: null, speed: null });
  });
});

test('a degree of latitude is 111 km, a degree of longitude less', () => {
  expect(metresBetween([74, 31], [74, 32]) / 1000).toBeCloseTo(111.2, 1);
  expect(metresBetween([74, 31], [75, 31]) / 1000).toBeCloseTo(95.3, 1);
});
