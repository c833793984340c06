import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DecompositionSettings, decomposeSeries } from './decompose-series.ts';

interface RecordedFit {
  readonly name: string;
  readonly call: string;
  /** Index, seasonal, trend, weight. */
  readonly rows: readonly (readonly [number, number, number, number])[];
}
/** What R's stl() gives for two series that come with R; made by `testing/stl.R`. */
const recorded = JSON.parse(readFileSync(new URL('./testing/stl-of-r.json', import.meta.url), 'utf8')) as {
  nottem: number[];
  co2: number[];
  fits: RecordedFit[];
};
const settings: Record<string, DecompositionSettings> = {
  "s.window = 'periodic'": { period: 12, seasonalWindow: 'periodic' },
  's.window = 7': { period: 12, seasonalWindow: 7 },
  's.window = 11, t.window = 41, robust = TRUE': {
    period: 12,
    seasonalWindow: 11,
    trendWindow: 41,
    isRobust: true,
  },
  's.window = 21': { period: 12, seasonalWindow: 21 },
  's.window = 35, s.degree = 1, robust = TRUE, jumps 1': {
    period: 12,
    seasonalWindow: 35,
    seasonalDegree: 1,
    isRobust: true,
    jump: 1,
  },
};

describe('STL', () => {
  it.each(recorded.fits)('is that of R: $name, $call', ({ name, call, rows }) => {
    const all = name === 'nottem' ? recorded.nottem : recorded.co2.map(Math.log);
    const values = name.endsWith('1997-11') ? all.slice(0, -1) : all;
    const { seasonal, trend, remainder, weights } = decomposeSeries(values, settings[call]!);
    for (const [at, wantedSeasonal, wantedTrend, wantedWeight] of rows) {
      expect(seasonal[at]).toBeCloseTo(wantedSeasonal, 8);
      expect(trend[at]).toBeCloseTo(wantedTrend, 8);
      expect(weights[at]).toBeCloseTo(wantedWeight, 5);
      expect(seasonal[at]! + trend[at]! + remainder[at]!).toBeCloseTo(values[at]!, 10);
    }
  });

  it('takes a season off a level exactly', () => {
    const season = [3, -1, 0, -2];
    const values = Array.from({ length: 40 }, (_, n) => 10 + season[n % 4]!);
    const { seasonal, trend, remainder } = decomposeSeries(values, { period: 4, seasonalWindow: 'periodic' });
    for (const [n] of values.entries()) {
      expect(seasonal[n]).toBeCloseTo(season[n % 4]!, 10);
      expect(trend[n]).toBeCloseTo(10, 10);
      expect(remainder[n]).toBeCloseTo(0, 10);
    }
  });

  it('is not pulled by one outlier when it is robust', () => {
    const values = Array.from(
      { length: 84 },
      (_, n) => 20 + 5 * Math.sin((2 * Math.PI * n) / 12) + 0.1 * ((n * 7) % 5),
    );
    values[40] = 400;
    const around = (isRobust: boolean) =>
      decomposeSeries(values, { period: 12, seasonalWindow: 'periodic', isRobust }).trend[40]!;
    expect(Math.abs(around(true) - 20.2)).toBeLessThan(0.5);
    expect(around(false)).toBeGreaterThan(25);
  });

  it('refuses what is too short for a season', () => {
    const run = (length: number, period: number) => () =>
      decomposeSeries(new Float64Array(length), { period, seasonalWindow: 7 });
    for (const refused of [run(24, 12), run(10, 1)]) {
      expect(refused).toThrow(expect.objectContaining({ code: 'SEASON_TOO_SHORT' }));
    }
    expect(run(25, 12)).not.toThrow();
  });
});
