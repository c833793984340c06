import { expect, test } from 'vitest';
import { byDay, byHour, peakOf } from './week-sums.ts';

/** @param set counts by day and hour; everything else is nothing */
function week(set: readonly [day: number, hour: number, count: number][]): number[][] {
  const hours = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const [day, hour, count] of set) hours[day]![hour] = count;
  return hours;
}

test('a week is added up by hour and by day', () => {
  const hours = week([
    [0, 21, 2],
    [4, 21, 3.5],
    [4, 3, 1],
  ]);
  expect(byHour(hours)[21]).toBe(5.5);
  expect(byHour(hours)).toHaveLength(24);
  expect(byDay(hours)).toEqual([2, 0, 0, 0, 4.5, 0, 0]);
});

test('the busiest hour is compared with the mean of all 168', () => {
  expect(peakOf(week([[4, 21, 5]]))).toEqual({ day: 4, hour: 21, count: 5, timesMean: 168 });
  expect(peakOf(week([]))).toBeNull();
});
