import { LaneFigures } from '@amaan/contracts/traffic/lane-measures';
import { describe, expect, test } from 'vitest';
import { hasMetres, MEASURES, measureOf } from './measures.ts';

const nothing: LaneFigures = {
  ...{ observedSeconds: 60, coverage: 1, counts: {}, vehicles: 0, flowVehPerHour: null, speedKmh: null },
  ...{ speed85Kmh: null, headwaySeconds: null, gapSeconds: null, occupancy: null, densityVehPerKm: null },
  ...{ spaceMeanSpeedKmh: null, queueVehicles: null, queueMetres: null, delaySeconds: null },
  levelOfService: null,
};

describe('a measure of a lane', () => {
  test('is nothing where it was not measured, and never a zero', () => {
    for (const measure of MEASURES) {
      expect(measureOf(LaneFigures.parse(nothing), measure)).toBeNull();
      expect(measureOf(null, measure)).toBeNull();
    }
  });

  test('has its 95 % interval where there is an error, never below zero', () => {
    const speedKmh = { value: 40, error: 2, n: 9 };
    expect(measureOf({ ...nothing, speedKmh }, 'speed')).toEqual({ value: 40, low: 36.08, high: 43.92 });
    const flowVehPerHour = { value: 60, error: 60, n: 1 };
    expect(measureOf({ ...nothing, flowVehPerHour }, 'flow')).toMatchObject({ low: 0 });
    expect(measureOf({ ...nothing, delaySeconds: { value: 9, error: null, n: 1 } }, 'delay')).toEqual({
      ...{ value: 9, low: null, high: null },
    });
  });

  test('is a queue in metres where the camera is calibrated, else in vehicles', () => {
    const counted = { ...nothing, queueVehicles: { mean: 3, max: 5 } };
    expect(measureOf(counted, 'queue')?.value).toBe(3);
    expect(hasMetres([null, counted])).toBe(false);
    const measured = { ...counted, queueMetres: { mean: 21, max: 40 } };
    expect(measureOf(measured, 'queue')?.value).toBe(21);
    expect(hasMetres([null, measured])).toBe(true);
  });

  test('is an occupancy in per cent', () => {
    expect(measureOf({ ...nothing, occupancy: 0.25 }, 'occupancy')?.value).toBe(25);
  });
});
