import { SMALLEST_COUNT } from '@amaan/contracts/public-register';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedMonths, closingOf, publishCount, publishMonth } from './publish-months.ts';

const counts = fc
  .record({ confirmed: fc.nat(60), rejected: fc.nat(60), undecided: fc.nat(60) })
  .map(({ confirmed, rejected, undecided }) => ({
    month: '2026-10',
    alerts: confirmed + rejected + undecided,
    confirmed,
    rejected,
  }));
const isSmall = (count: number) => count > 0 && count < SMALLEST_COUNT;

describe('the counts of a month', () => {
  test('are published whole or not at all, and no small count among them or between them', () => {
    fc.assert(
      fc.property(counts, (month) => {
        const published = publishMonth(month);
        if (published.state === 'withheld') return published.alerts === null || !isSmall(published.alerts);
        const { alerts, confirmed, rejected, undecided } = published;
        const differences = [alerts - confirmed, alerts - rejected, alerts - undecided];
        return ![alerts, confirmed, rejected, undecided, ...differences].some(isSmall);
      }),
    );
  });

  test.each([
    [120, 80, 40, 'published'],
    [120, 80, 31, 'withheld'],
    [120, 111, 9, 'withheld'],
    [0, 0, 0, 'published'],
    [9, 9, 0, 'withheld'],
  ])('of %d alerts, %d confirmed and %d rejected are %s', (alerts, confirmed, rejected, state) => {
    expect(publishMonth({ month: '2026-10', alerts, confirmed, rejected }).state).toBe(state);
  });

  test('keep their total only where it is large by itself', () => {
    expect(publishMonth({ month: '2026-10', alerts: 9, confirmed: 9, rejected: 0 })).toEqual({
      state: 'withheld',
      month: '2026-10',
      alerts: null,
    });
  });
});

test('a lone count is published when it is none or large, and withheld otherwise', () => {
  const states = [0, 1, 9, 10, 4000].map((count) => publishCount('2026-10', count));
  expect(states.map(({ state }) => state)).toEqual([
    'published',
    'withheld',
    'withheld',
    'published',
    'published',
  ]);
  expect(JSON.stringify(states[2])).not.toContain('9');
});

describe('a month', () => {
  test('is published a week after its end and not before, so that its figures never change', () => {
    expect(closingOf('2026-12').toISOString()).toBe('2027-01-08T00:00:00.000Z');
    expect(closedMonths(new Date('2026-11-07T23:59:59Z')).at(-1)).toBe('2026-09');
    expect(closedMonths(new Date('2026-11-08T00:00:00Z')).at(-1)).toBe('2026-10');
  });

  test('is among the last twelve, without a gap, on any day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (now) => {
          const months = closedMonths(now);
          const ordinals = months.map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)));
          return months.length === 12 && ordinals.every((at, place) => at === ordinals[0]! + place);
        },
      ),
    );
  });
});
