import { expect, test } from 'vitest';
import { daysUntil, utcDay } from './days.ts';

test('days are counted over the end of a month and of summer time', () => {
  expect(daysUntil('2026-04-01', '2026-03-01')).toBe(31);
  expect(daysUntil('2026-02-28', '2026-03-01')).toBe(-1);
});

test('the day in UTC ends at midnight there', () => {
  expect(utcDay(Date.parse('2026-03-01T23:59:59.999Z'))).toBe('2026-03-01');
  expect(utcDay(Date.parse('2026-03-02T00:00:00.000Z'))).toBe('2026-03-02');
});
