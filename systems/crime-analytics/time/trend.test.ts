import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { studentReach, studentTwoSided } from '../distributions/student-t.ts';
import { drawsFrom } from '../simulation/draws.ts';
import type { IncidentSeries } from './incident-series.ts';
import { fitTrend } from './trend.ts';

/** What R's glm gives; made by `testing/trend.R`. */
const recorded = JSON.parse(readFileSync(new URL('./testing/trend-of-r.json', import.meta.url), 'utf8')) as {
  counts: number[];
  slope: number;
  quasi: number;
  neweyWest: number;
  dispersion: number;
  autocorrelation: number;
  degreesOfFreedom: number;
};
const DAY = 86_400_000;

/** Steps of equal length from 2021 on. */
function series(step: 'day' | 'week', counts: ArrayLike<number>): IncidentSeries {
  const length = step === 'day' ? 1 : 7;
  const begin = Date.UTC(2021, 0, 4);
  return {
    step,
    timeZone: 'UTC',
    starts: Float64Array.from({ length: counts.length }, (_, n) => begin + n * length * DAY),
    days: new Float64Array(counts.length).fill(length),
    counts: Float64Array.from(counts),
  };
}

describe('a trend', () => {
  it('is that of R, with the larger of its two errors', () => {
    const edges = Array.from({ length: 49 }, (_, month) => Date.UTC(2021, month, 1));
    const trend = fitTrend({
      step: 'month',
      timeZone: 'UTC',
      starts: Float64Array.from(edges.slice(0, 48)),
      days: Float64Array.from({ length: 48 }, (_, n) => (edges[n + 1]! - edges[n]!) / DAY),
      counts: Float64Array.from(recorded.counts),
    });
    const error = Math.max(recorded.quasi, recorded.neweyWest);
    const reach = studentReach(0.95, recorded.degreesOfFreedom) * error;
    expect(Math.log(trend.perYear.ratio)).toBeCloseTo(recorded.slope, 8);
    expect(Math.log(trend.perYear.low)).toBeCloseTo(recorded.slope - reach, 8);
    expect(Math.log(trend.perYear.high)).toBeCloseTo(recorded.slope + reach, 8);
    expect(trend.p).toBeCloseTo(studentTwoSided(recorded.slope / error, recorded.degreesOfFreedom), 8);
    expect(trend.dispersion).toBeCloseTo(recorded.dispersion, 6);
    expect(trend.autocorrelation).toBeCloseTo(recorded.autocorrelation, 6);
    expect([trend.yearly, trend.weekly]).toEqual([true, false]);
  });

  it('finds growth under seasons of the year and of the week', () => {
    const { poisson } = drawsFrom(8);
    const weekday = [1, 1, 1, 1, 1.5, 1.8, 0.7];
    const truth = (n: number) =>
      10 * 1.2 ** (n / 365.2425) * (1 + 0.4 * Math.cos((2 * Math.PI * n) / 365.2425)) * weekday[n % 7]!;
    const trend = fitTrend(
      series(
        'day',
        Array.from({ length: 1100 }, (_, n) => poisson(truth(n))),
      ),
    );
    expect(trend.perYear.low).toBeLessThan(1.2);
    expect(trend.perYear.high).toBeGreaterThan(1.2);
    expect(trend.p).toBeLessThan(1e-10);
    expect(trend.dispersion).toBeCloseTo(1, 0);
    expect(trend.season[5]! / trend.season[1]!).toBeCloseTo(1.8, 0);
    expect([trend.yearly, trend.weekly]).toEqual([true, true]);
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(trend.season) / 1100).toBeCloseTo(1, 10);
    for (const n of [0, 500, 1099])
      expect(trend.fitted[n]).toBeCloseTo(trend.trend[n]! * trend.season[n]!, 8);
  });

  it('is significant by chance about as often as it should be, also where counts cluster', () => {
    const { poisson } = drawsFrom(9);
    const share = (draw: () => number) => {
      const p = Array.from(
        { length: 300 },
        () => fitTrend(series('week', Array.from({ length: 60 }, draw))).p,
      );
      return p.filter((one) => one < 0.05).length / p.length;
    };
    expect(share(() => poisson(30))).toBeLessThan(0.1);
    expect(share(() => 5 * poisson(6))).toBeLessThan(0.1);
  });

  it('takes a season out only where there is enough of it', () => {
    const trend = fitTrend(
      series(
        'week',
        Array.from({ length: 52 }, (_, n) => 20 + (n % 3)),
      ),
    );
    expect(trend.yearly).toBe(false);
    for (const factor of trend.season) expect(factor).toBeCloseTo(1, 12);
  });

  it('refuses a few steps, and no incidents', () => {
    expect(() => fitTrend(series('week', [1, 2, 3]))).toThrow(
      expect.objectContaining({ code: 'SERIES_TOO_SHORT' }),
    );
    expect(() => fitTrend(series('week', new Float64Array(60)))).toThrow(
      expect.objectContaining({ code: 'REGRESSION_NO_INCIDENTS' }),
    );
  });
});
