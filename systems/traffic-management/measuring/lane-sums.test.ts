import { LaneSums } from '@amaan/contracts/traffic/lane-measures';
import { fitSpeed } from '@amaan/road/measuring/speed-fit';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { laneFigures } from './lane-figures.ts';
import { addLaneSums, emptyLaneSums } from './lane-sums.ts';
import { levelOfService } from './level-of-service.ts';

const count = fc.integer({ min: 0, max: 60 });
const minute: fc.Arbitrary<LaneSums> = fc
  .record({
    observedMs: fc.integer({ min: 1, max: 60_000 }),
    counts: fc.dictionary(fc.constantFrom('car', 'bus', 'motorcycle'), count),
    speeds: fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 30 }),
    headways: fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 30 }),
    occupiedMs: fc.integer({ min: 0, max: 60_000 }),
    maxQueueVehicles: count,
  })
  .map(({ speeds, headways, ...rest }) => ({
    ...emptyLaneSums(),
    ...rest,
    speeds: speeds.length,
    speedSum: speeds.reduce((sum, value) => sum + value, 0),
    speedSquares: speeds.reduce((sum, value) => sum + value ** 2, 0),
    speedHistogram: speeds.reduce<Record<string, number>>((bins, value) => {
      const bin = String(Math.floor(value / 100));
      bins[bin] = (bins[bin] ?? 0) + 1;
      return bins;
    }, {}),
    headways: headways.length,
    headwaySumMs: headways.reduce((sum, value) => sum + value, 0),
    headwaySquares: headways.reduce((sum, value) => sum + value ** 2, 0),
  }));

describe('sums of lanes', () => {
  it('add up exactly in any order and any grouping', () => {
    fc.assert(
      fc.property(fc.array(minute, { minLength: 1, maxLength: 30 }), fc.nat(), (minutes, at) => {
        const day = minutes.reduce(addLaneSums, emptyLaneSums());
        expect(LaneSums.parse(day)).toEqual(day);
        expect(minutes.toReversed().reduce(addLaneSums, emptyLaneSums())).toEqual(day);
        const cut = at % minutes.length;
        const [first, second] = [minutes.slice(0, cut), minutes.slice(cut)].map((part) =>
          part.reduce(addLaneSums, emptyLaneSums()),
        );
        expect(addLaneSums(second!, first!)).toEqual(day);
      }),
    );
  });

  it('mean what the single vehicles mean', () => {
    fc.assert(
      fc.property(fc.array(minute, { minLength: 1, maxLength: 20 }), (minutes) => {
        const day = minutes.reduce(addLaneSums, emptyLaneSums());
        const figures = laneFigures(day, 86_400);
        const seconds = minutes.reduce((sum, { observedMs }) => sum + observedMs, 0) / 1000;
        expect(figures.observedSeconds).toBeCloseTo(seconds, 6);
        expect(figures.coverage).toBeCloseTo(seconds / 86_400, 9);
        const headways = minutes.reduce((sum, { headwaySumMs }) => sum + headwaySumMs, 0);
        const n = minutes.reduce((sum, one) => sum + one.headways, 0);
        if (n === 0) expect(figures.headwaySeconds).toBeNull();
        else expect(figures.headwaySeconds!.value).toBeCloseTo(headways / n / 1000, 9);
      }),
    );
  });

  it('are nothing where nothing was seen: every figure is null, not zero', () => {
    const { counts, vehicles, observedSeconds, coverage, ...figures } = laneFigures(emptyLaneSums(), 60);
    expect({ counts, vehicles, observedSeconds, coverage }).toEqual({
      counts: {},
      vehicles: 0,
      observedSeconds: 0,
      coverage: 0,
    });
    expect(Object.values(figures).every((figure) => figure === null)).toBe(true);
  });

  it('keep a year of busy minutes within whole numbers that are exact', () => {
    const busy: LaneSums = {
      ...emptyLaneSums(),
      observedMs: 60_000,
      speeds: 40,
      speedSum: 40 * 12_000,
      speedSquares: 40 * 12_000 ** 2,
      headwaySquares: 40 * 1500 ** 2,
      areaMetreMs: 500 * 60_000,
    };
    const year = 525_600;
    for (const value of Object.values(busy))
      if (typeof value === 'number') expect(value * year).toBeLessThan(Number.MAX_SAFE_INTEGER);
  });
});

describe('errors of means', () => {
  it('average the noise of speeds out, and keep what all of them share', () => {
    const of = (n: number) =>
      laneFigures(
        {
          ...emptyLaneSums(),
          observedMs: 60_000,
          speeds: n,
          speedSum: n * 5000,
          speedSquares: n * 5000 ** 2,
          speedNoiseSquares: n * 100 ** 2,
          speedBiasSum: n * 50,
        },
        60,
      ).speedKmh!;
    expect(of(1)).toEqual({ value: 50, error: Math.hypot(1, 0.5), n: 1 });
    expect(of(100).error!).toBeCloseTo(Math.hypot(0.1, 0.5), 9);
  });
});

test('level of service follows the delay by the Highway Capacity Manual', () => {
  const delays = [0, 10, 10.1, 20, 20.1, 35, 35.1, 55, 55.1, 80, 80.1, 500];
  expect(delays.map(levelOfService).join('')).toBe('AABBCCDDEEFF');
});

describe('a fitted speed', () => {
  const at = (seconds: number, metres: number, errorM = 0.1) => ({ seconds, metres, errorM });

  it('is the slope, whatever the weights, of places on a line', () => {
    const line = [0, 0.2, 0.4, 0.6, 0.8].map((seconds, index) =>
      at(seconds, 3 + 15 * seconds, 0.1 + 0.3 * index),
    );
    expect(fitSpeed(line)!.metresPerSecond).toBeCloseTo(15, 9);
    const { coefficients } = fitSpeed(line)!;
    expect(coefficients.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
  });

  it('is not known from too few places or too short a time', () => {
    expect(fitSpeed([])).toBeNull();
    expect(fitSpeed([at(0, 0), at(1, 10)])).toBeNull();
    expect(fitSpeed([at(0, 0), at(0.1, 1), at(0.2, 2)])).toBeNull();
  });

  it('is less certain where the places are further from the line than they should be', () => {
    const seconds = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2];
    const smooth = seconds.map((now) => at(now, 15 * now));
    const jumping = seconds.map((now, index) => at(now, 15 * now + (index % 2 ? 2 : -2)));
    expect(fitSpeed(jumping)!.error).toBeGreaterThan(10 * fitSpeed(smooth)!.error);
  });
});
