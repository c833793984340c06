import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_POINTS, parsePeriod, periodOf, SPANS, STEP_MS } from './period.ts';

const now = Date.parse('2026-03-01T08:00:30.000Z');

describe('the time that traffic is looked at', () => {
  test('is the last hour in minutes unless the address says something else', () => {
    expect(periodOf({}, now)).toEqual({
      from: '2026-03-01T07:01:00.000Z',
      to: '2026-03-01T08:01:00.000Z',
      step: '1m',
    });
    expect(periodOf({ span: 'day' }, now).step).toBe('15m');
    expect(periodOf({ span: 'week' }, now).step).toBe('1h');
  });

  test('is what two times say, in whatever order', () => {
    const from = '2026-02-28T18:00:00.000Z';
    const to = '2026-02-28T20:00:00.000Z';
    expect(periodOf({ span: 'between', from, to, step: '5m' }, now)).toEqual({ from, to, step: '5m' });
    expect(periodOf({ span: 'between', from: to, to: from }, now)).toMatchObject({ from, to });
    expect(periodOf({ span: 'between', from }, now)).toMatchObject({ to: '2026-03-01T08:01:00.000Z' });
  });

  test('never asks for more points than a chart has pixels, and always for one', () => {
    const instants = fc.integer({ min: 0, max: 4e12 }).map((at) => new Date(at).toISOString());
    fc.assert(
      fc.property(
        fc.constantFrom(...SPANS),
        instants,
        instants,
        fc.constantFrom('1m', '1h', 'x'),
        (span, from, to, step) => {
          const period = periodOf(parsePeriod({ span, from, to, step }), now);
          const points = (Date.parse(period.to) - Date.parse(period.from)) / STEP_MS[period.step];
          expect(Date.parse(period.to)).toBeGreaterThan(Date.parse(period.from));
          if (period.step !== '1d') expect(points).toBeLessThanOrEqual(MOST_POINTS);
        },
      ),
    );
  });

  test('leaves out what no time and no step is', () => {
    expect(parsePeriod({ span: 'year', from: 'yesterday', to: 7, step: '2m' })).not.toHaveProperty('span');
    expect(parsePeriod({ from: 'yesterday', step: '2m' })).toEqual({});
  });
});
