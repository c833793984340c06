import { MONITORING_METRICS } from '@amaan/contracts/monitoring';
import { describe, expect, test } from 'vitest';
import { brightnessBin, logBin } from './bins.ts';
import {
  deriveFigure,
  driftOf,
  type Measured,
  NOTHING_MEASURED,
  type ReviewedPart,
} from './derive-figures.ts';

const part = (change: Partial<ReviewedPart>): ReviewedPart => ({
  objectClass: 'car',
  timeOfDay: 'day',
  confidenceBin: 16,
  reviewed: 100,
  rejected: 0,
  wrong: 0,
  ...change,
});
const situation = (
  parts: readonly ReviewedPart[],
  present: Partial<Measured> = {},
  reference: Partial<Measured> | null = null,
) => ({
  present: { ...NOTHING_MEASURED, hours: 24, ...present },
  reviews: { parts, reviewTime: {} },
  reference: reference && { ...NOTHING_MEASURED, hours: 168, ...reference },
});

describe('figures', () => {
  test('say nothing about nothing, whatever is asked', () => {
    for (const metric of MONITORING_METRICS)
      expect(deriveFigure(metric, situation([]), 10).state).toBe('not-enough-data');
  });

  test('count every rejection as an override and only the wrong objects as errors', () => {
    const reviewed = situation([part({ rejected: 40, wrong: 10 })]);
    expect(deriveFigure('override-rate', reviewed, 30)).toMatchObject({ value: 0.4, count: 100 });
    expect(deriveFigure('error-rate', reviewed, 30)).toMatchObject({ value: 0.1, count: 100 });
    expect(deriveFigure('error-rate', reviewed, 101)).toEqual({
      state: 'not-enough-data',
      count: 100,
      needed: 101,
    });
  });

  test('name the part that is wrong more often than the rest', () => {
    const parts = [part({ wrong: 5 }), part({ timeOfDay: 'night', objectClass: 'dog', wrong: 50 })];
    const gap = deriveFigure('error-gap', situation(parts), 30);
    expect(gap).toMatchObject({ state: 'known', value: 0.45 });
    expect(gap.state === 'known' && ['night', 'dog'].includes(gap.about ?? '')).toBe(true);
    expect(deriveFigure('error-gap', situation([part({ wrong: 5 })]), 30).state).toBe('not-enough-data');
  });

  test('see darker pictures, and no drift where nothing changed', () => {
    const bright = { [brightnessBin(140)]: 600, [brightnessBin(90)]: 600 };
    const dark = { [brightnessBin(30)]: 1200 };
    const drift = deriveFigure(
      'brightness-drift',
      situation([], { brightness: dark }, { brightness: bright }),
      500,
    );
    expect(drift.state === 'known' && drift.low > 0.25).toBe(true);
    const same = deriveFigure(
      'brightness-drift',
      situation([], { brightness: bright }, { brightness: bright }),
      500,
    );
    expect(same.state === 'known' && same.value).toBeCloseTo(0, 9);
  });

  test('compare volume an hour with the reference', () => {
    const ratio = deriveFigure(
      'volume-ratio',
      situation([], { volume: 480, hours: 2 }, { volume: 168_000 }),
      50,
    );
    expect(ratio).toMatchObject({ state: 'known', value: 0.24, count: 480 });
    if (ratio.state !== 'known') return;
    // Exact (Garwood) limits of a count of 480 are 438.0 and 524.9.
    expect(ratio.low * 2000).toBeCloseTo(438, 0);
    expect(ratio.high * 2000).toBeCloseTo(525, 0);
  });

  test('take the latency from its bins', () => {
    const latency = { [logBin(100)]: 940, [logBin(9000)]: 60 };
    const p95 = deriveFigure('latency-p95', situation([], { latency }), 200);
    expect(p95.state === 'known' && Math.abs(p95.value / 9000 - 1)).toBeLessThanOrEqual(0.05);
  });

  test('order resolutions by their pixels for KS, and kinds of objects not at all', () => {
    const then = { resolution: { '1920x1080': 1000 }, objects: { car: 1000 } };
    const now = { resolution: { '640x360': 1000 }, objects: { bus: 1000 } };
    const { present, reference } = situation([], now, then);
    expect(driftOf('resolution-drift', present, reference, 500)).toMatchObject({
      ordered: true,
      ks: { distance: 1 },
    });
    expect(driftOf('object-mix-drift', present, reference, 500)).toMatchObject({ ordered: false, ks: null });
    const ks = deriveFigure('resolution-ks', situation([], now, then), 500);
    expect(ks).toMatchObject({ state: 'known', value: 1, high: 1, count: 1000 });
    expect(ks.state === 'known' && ks.low > 0.8 && ks.low < 1).toBe(true);
    expect(deriveFigure('resolution-ks', situation([], now, then), 1001)).toEqual({
      state: 'not-enough-data',
      count: 1000,
      needed: 1001,
    });
  });
});
