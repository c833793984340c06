import { RoadMap } from '@amaan/contracts/api/road-map';
import { SimulatedCameraInput } from '@amaan/contracts/simulation-messages';
import { describe, expect, test } from 'vitest';
import { dailyPattern } from './daily-pattern.ts';
import { simulatedDistrict } from './district.ts';

describe('simulatedDistrict', () => {
  test('is the same for the same seed and another for another', () => {
    expect(simulatedDistrict(60, 5)).toEqual(simulatedDistrict(60, 5));
    expect(simulatedDistrict(60, 5).cameras).not.toEqual(simulatedDistrict(60, 6).cameras);
  });

  test.each([1, 2, 9, 200, 5_000])('gives %i cameras with names and places of their own', (count) => {
    const { cameras } = simulatedDistrict(count);
    expect(cameras).toHaveLength(count);
    expect(new Set(cameras.map(({ name }) => name)).size).toBe(count);
    expect(new Set(cameras.map(({ position }) => position.join())).size).toBe(count);
    for (const camera of cameras) expect(SimulatedCameraInput.safeParse(camera).error).toBeUndefined();
  });

  test('lies around Lahore, on roads that say they are simulated', () => {
    const { cameras, roads } = simulatedDistrict(200);
    expect(RoadMap.safeParse(roads).error).toBeUndefined();
    expect(roads.features.every(({ properties }) => properties.simulated)).toBe(true);
    for (const [longitude, latitude] of cameras.map(({ position }) => position)) {
      expect(Math.abs(longitude - 74.34)).toBeLessThan(0.05);
      expect(Math.abs(latitude - 31.55)).toBeLessThan(0.05);
    }
  });
});

describe('dailyPattern', () => {
  const minutes = Array.from({ length: 24 * 60 }, (_, minute) =>
    dailyPattern(Date.UTC(2026, 0, 5) + minute * 60_000),
  );

  test('has a mean of one over the day', () => {
    expect(minutes.reduce((sum, value) => sum + value, 0) / minutes.length).toBeCloseTo(1, 1);
  });

  test('is quiet at three in the night of Lahore and busy at six in the evening', () => {
    expect(dailyPattern(Date.UTC(2026, 0, 4, 22))).toBeLessThan(0.2);
    expect(dailyPattern(Date.UTC(2026, 0, 5, 13))).toBeGreaterThan(1.5);
  });
});
