import { expect, test } from 'vitest';
import { monthSteps } from './month-steps.ts';
import { dayStart, monthAfter, monthStart } from './zone-instant.ts';

const unknown = { firstAt: null, lastAt: null };

test('a month begins at local midnight, also where clocks change with it or on that very day', () => {
  expect(new Date(monthStart('2026-03', 'Asia/Karachi')).toISOString()).toBe('2026-02-28T19:00:00.000Z');
  // Summer time begins on 29 March.
  expect(new Date(monthStart('2026-04', 'Europe/London')).toISOString()).toBe('2026-03-31T23:00:00.000Z');
  expect(new Date(monthStart('2026-01', 'America/Vancouver')).toISOString()).toBe('2026-01-01T08:00:00.000Z');
  // Clocks of Sydney went back on 1 April 2007's Sunday before; of New York on 1 November 2026, after midnight.
  expect(new Date(monthStart('2026-11', 'America/New_York')).toISOString()).toBe('2026-11-01T04:00:00.000Z');
});

test('months follow each other over a year’s end', () => {
  expect(monthAfter('2025-12', 1)).toBe('2026-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
});

test('months without incidents are bars of no height, and there is one edge more than bars', () => {
  const steps = monthSteps({
    timeZone: 'Asia/Karachi',
    ...unknown,
    months: [
      { month: '2026-02', incidents: 4 },
      { month: '2025-11', incidents: 9 },
    ],
  })!;
  expect(steps.counts).toEqual([9, 0, 0, 4]);
  expect(steps.edges).toHaveLength(5);
  expect(new Date(steps.edges[4]!).toISOString()).toBe('2026-02-28T19:00:00.000Z');
  expect(monthSteps({ timeZone: 'UTC', ...unknown, months: [] })).toBeNull();
});

test('the first and the last month reach no further than what is stored', () => {
  const steps = monthSteps({
    timeZone: 'Asia/Karachi',
    firstAt: '2026-01-11T23:30:00.000Z',
    lastAt: '2026-02-17T18:00:00.000Z',
    months: [
      { month: '2026-01', incidents: 4 },
      { month: '2026-02', incidents: 9 },
    ],
  })!;
  expect(steps.edges.map((edge) => new Date(edge).toISOString())).toEqual([
    // The 12th by local clocks.
    '2026-01-11T19:00:00.000Z',
    '2026-01-31T19:00:00.000Z',
    '2026-02-17T19:00:00.000Z',
  ]);
});

test('a day begins at local midnight, also where clocks change on it', () => {
  const at = Date.parse('2026-03-29T12:00:00.000Z');
  expect(new Date(dayStart(at, 'Europe/London')).toISOString()).toBe('2026-03-29T00:00:00.000Z');
  expect(new Date(dayStart(at, 'Europe/London', 1)).toISOString()).toBe('2026-03-29T23:00:00.000Z');
});

test('one wrong year does not make a histogram of thousands of bars', () => {
  const steps = monthSteps({
    timeZone: 'UTC',
    ...unknown,
    months: [
      { month: '1026-01', incidents: 1 },
      { month: '2026-01', incidents: 3 },
    ],
  })!;
  expect(steps.counts).toHaveLength(600);
  expect(steps.counts.at(-1)).toBe(3);
});
