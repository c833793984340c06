import { describe, expect, it } from 'vitest';
import type { IncidentColumns } from '../incident-columns.ts';
import { simulateIncidents } from '../simulated-incidents.ts';
import { timeTable } from './time-table.ts';

const at = (text: string) => Date.parse(text);
const reported = (...intervals: [string, string?][]): IncidentColumns => ({
  length: intervals.length,
  x: new Float64Array(intervals.length),
  y: new Float64Array(intervals.length),
  from: Float64Array.from(intervals, ([from]) => at(from)),
  until: Float64Array.from(intervals, ([from, until]) => at(until ?? from)),
  offence: new Uint16Array(intervals.length),
  offences: ['Burglary'],
});
const filled = (weights: Float64Array) =>
  Object.fromEntries([...weights.entries()].filter(([, weight]) => weight > 0));
const MONDAY = 0;
const SUNDAY = 6 * 24;

describe('hour × weekday', () => {
  it('puts exact times into the hour of the clocks there', () => {
    // 2026-03-02 is a Monday; 20:30 UTC on Sunday is 01:30 on Monday in Lahore.
    const { weights, incidents, exact } = timeTable(reported(['2026-03-01T20:30Z'], ['2026-03-02T04:00Z']), {
      timeZone: 'Asia/Karachi',
    });
    expect(filled(weights)).toEqual({ [MONDAY + 1]: 1, [MONDAY + 9]: 1 });
    expect([incidents, exact]).toEqual([2, 2]);
  });

  it('shares an incident out over its interval', () => {
    // 22:45 to 00:45 local: a quarter hour, an hour, three quarters; of two hours.
    const { weights, exact, meanIntervalHours } = timeTable(
      reported(['2026-03-01T17:45Z', '2026-03-01T19:45Z']),
      { timeZone: 'Asia/Karachi' },
    );
    expect(filled(weights)).toEqual({ [SUNDAY + 22]: 0.125, [SUNDAY + 23]: 0.5, [MONDAY]: 0.375 });
    expect([exact, meanIntervalHours]).toEqual([0, 2]);
  });

  it('leaves out what could have been at any hour', () => {
    const table = timeTable(
      reported(['2026-03-01T00:00Z', '2026-03-08T00:00Z'], ['2026-03-01T00:00Z', '2026-03-03T00:00Z']),
      { timeZone: 'UTC' },
    );
    expect([table.incidents, table.tooVague]).toEqual([1, 1]);
    expect(table.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    const strict = timeTable(reported(['2026-03-01T00:00Z', '2026-03-01T05:00Z']), {
      timeZone: 'UTC',
      vagueHours: 4,
    });
    expect([strict.incidents, strict.tooVague]).toEqual([0, 1]);
  });

  it('follows clocks that are changed: the hour that is skipped has nothing, the one that comes twice has double', () => {
    // Berlin, 2026-03-29 (Sunday): 02:00 to 03:00 does not exist. 2026-10-25: 02:00 to 03:00 comes twice.
    const spring = timeTable(reported(['2026-03-29T00:00Z', '2026-03-29T02:00Z']), {
      timeZone: 'Europe/Berlin',
    });
    expect(filled(spring.weights)).toEqual({ [SUNDAY + 1]: 0.5, [SUNDAY + 3]: 0.5 });
    const autumn = timeTable(reported(['2026-10-24T23:00Z', '2026-10-25T03:00Z']), {
      timeZone: 'Europe/Berlin',
    });
    expect(filled(autumn.weights)).toEqual({ [SUNDAY + 1]: 0.25, [SUNDAY + 2]: 0.5, [SUNDAY + 3]: 0.25 });
  });

  it('has hours that begin at half past in zones of half an hour', () => {
    const { weights } = timeTable(reported(['2026-03-02T18:00Z', '2026-03-02T19:00Z']), {
      timeZone: 'Asia/Kolkata',
    });
    expect(filled(weights)).toEqual({ [MONDAY + 23]: 0.5, [MONDAY + 24]: 0.5 });
  });

  it('comes nearer to the true hours than the beginnings or ends of intervals do', () => {
    const incidents = simulateIncidents({ seed: 2, count: 20_000 });
    const byHour = (from: Float64Array, until: Float64Array) => {
      const { weights, incidents: all } = timeTable(
        { ...incidents, from, until },
        { timeZone: 'Asia/Karachi', isWanted: (n) => incidents.offence[n] === 0 },
      );
      return Array.from({ length: 24 }, (_, hour) =>
        weights.reduce((sum, weight, n) => sum + (n % 24 === hour ? weight / all : 0), 0),
      );
    };
    const truth = byHour(incidents.happened, incidents.happened);
    const error = (told: number[]) => truth.reduce((sum, share, n) => sum + Math.abs(share - told[n]!), 0);
    const shared = error(byHour(incidents.from, incidents.until));
    expect(shared).toBeLessThan(0.75 * error(byHour(incidents.from, incidents.from)));
    expect(shared).toBeLessThan(0.75 * error(byHour(incidents.until, incidents.until)));
  });

  it('refuses a zone that is none', () => {
    expect(() => timeTable(reported(['2026-03-01T00:00Z']), { timeZone: 'Mars/Base' })).toThrow(RangeError);
  });
});
