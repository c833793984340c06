import { describe, expect, it } from 'vitest';
import { incidentSeries } from './incident-series.ts';

const at = (text: string) => Date.parse(text);
const incidents = (...intervals: [string, string?][]) => ({
  length: intervals.length,
  x: new Float64Array(intervals.length),
  y: new Float64Array(intervals.length),
  from: Float64Array.from(intervals, ([from]) => at(from)),
  until: Float64Array.from(intervals, ([from, until]) => at(until ?? from)),
  offence: new Uint16Array(intervals.length),
  offences: ['Burglary'],
});
const lahore = { timeZone: 'Asia/Karachi' } as const;

describe('incidents by step', () => {
  it('counts local days, and only whole ones', () => {
    const series = incidentSeries(
      incidents(['2026-03-01T18:59Z'], ['2026-03-01T19:00Z'], ['2026-03-03T18:59Z']),
      {
        ...lahore,
        step: 'day',
        from: at('2026-03-01T03:00Z'),
        until: at('2026-03-03T20:00Z'),
      },
    );
    expect([...series.starts]).toEqual([at('2026-03-01T19:00Z'), at('2026-03-02T19:00Z')]);
    expect([...series.counts]).toEqual([1, 1]);
    expect([...series.days]).toEqual([1, 1]);
  });

  it('shares intervals out, and drops what lies outside of the period', () => {
    const series = incidentSeries(
      incidents(['2026-02-28T12:00Z', '2026-03-03T12:00Z'], ['2026-03-02T00:00Z', '2026-03-04T00:00Z']),
      { timeZone: 'UTC', step: 'day', from: at('2026-03-01T00:00Z'), until: at('2026-03-03T00:00Z') },
    );
    expect(series.counts[0]).toBeCloseTo(1 / 3, 12);
    expect(series.counts[1]).toBeCloseTo(1 / 3 + 1 / 2, 12);
  });

  it('has weeks from Monday and months of their own lengths', () => {
    const weeks = incidentSeries(incidents(['2026-03-02T00:00Z']), {
      timeZone: 'UTC',
      step: 'week',
      from: at('2026-03-01T00:00Z'),
      until: at('2026-03-16T00:00Z'),
    });
    expect([...weeks.starts]).toEqual([at('2026-03-02'), at('2026-03-09')]);
    expect([...weeks.counts]).toEqual([1, 0]);
    const months = incidentSeries(incidents(['2024-02-29T23:59Z']), {
      timeZone: 'UTC',
      step: 'month',
      from: at('2024-01-01T00:00Z'),
      until: at('2024-05-01T00:00Z'),
    });
    expect([...months.days]).toEqual([31, 29, 31, 30]);
    expect([...months.counts]).toEqual([0, 1, 0, 0]);
  });

  it('knows that days are shorter or longer when clocks are changed', () => {
    const { days } = incidentSeries(incidents(), {
      timeZone: 'Europe/Berlin',
      step: 'day',
      from: at('2026-03-27T23:00Z'),
      until: at('2026-03-30T22:00Z'),
    });
    expect([...days].map((day) => day * 24)).toEqual([24, 23, 24]);
  });

  it('refuses periods without a whole step', () => {
    const run = () => incidentSeries(incidents(), { ...lahore, step: 'month', from: 0, until: 86_400_000 });
    expect(run).toThrow(expect.objectContaining({ code: 'SERIES_TOO_SHORT' }));
  });
});
