import { expect, test } from 'vitest';
import { parseReportSearch, reportDays } from './report-search.ts';

const NOW = Date.parse('2026-03-10T23:59:00.000Z');

test('an address gives back what it was made of, and nothing else', () => {
  const search = { days: 90, by: 'light', source: 'simulated' } as const;
  expect(parseReportSearch(search)).toEqual(search);
  expect(parseReportSearch({ days: 8, by: 'group', source: 'x', from: '2026-02-31x', to: 'now' })).toEqual(
    {},
  );
  expect(parseReportSearch({ from: '2026-02-01', to: '2026-99-99' })).toEqual({ from: '2026-02-01' });
});

test('a number of days ends today and counts it', () => {
  expect(reportDays({ days: 7 }, NOW)).toEqual({ from: '2026-03-04', to: '2026-03-10' });
  expect(reportDays({}, NOW)).toEqual({ from: '2026-02-09', to: '2026-03-10' });
});

test('two dates win, in whatever order; one alone does not count', () => {
  const both = { days: 7, from: '2026-01-31', to: '2026-01-01' } as const;
  expect(reportDays(both, NOW)).toEqual({ from: '2026-01-01', to: '2026-01-31' });
  expect(reportDays({ days: 7, to: '2026-01-01' }, NOW).to).toBe('2026-03-10');
});
