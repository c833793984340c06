import { expect, test } from 'vitest';
import { daysOfPeriod, periodOfDays } from './local-period.ts';

test('days become a period with the last day in it, and back', () => {
  const period = periodOfDays({ from: '2026-03-01', until: '2026-03-31' })!;
  expect(Date.parse(period.until) - Date.parse(period.from)).toBeGreaterThanOrEqual(30.9 * 86_400_000);
  expect(daysOfPeriod(period)).toEqual({ from: '2026-03-01', until: '2026-03-31' });
  const day = periodOfDays({ from: '2026-03-01', until: '2026-03-01' })!;
  expect(daysOfPeriod(day)).toEqual({ from: '2026-03-01', until: '2026-03-01' });
});

test('an empty day and days out of order are no period', () => {
  expect(periodOfDays({ from: '', until: '2026-03-01' })).toBeNull();
  expect(periodOfDays({ from: '2026-03-02', until: '2026-03-01' })).toBeNull();
});
