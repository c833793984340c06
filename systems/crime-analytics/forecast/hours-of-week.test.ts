import { expect, test } from 'vitest';
import type { IncidentColumns } from '../incident-columns.ts';
import { horizonFactor, hoursOfWeek } from './hours-of-week.ts';

const HOUR = 3_600_000;
/** A Monday, midnight in Karachi. */
const MONDAY = Date.UTC(2025, 0, 5, 19);

function at(hours: readonly number[], length = 0): IncidentColumns {
  const from = Float64Array.from(hours, (hour) => MONDAY + hour * HOUR);
  return {
    length: hours.length,
    x: new Float64Array(hours.length),
    y: new Float64Array(hours.length),
    from,
    until: from.map((one) => one + length),
    offence: new Uint16Array(hours.length),
    offences: ['theft'],
  };
}

test('hours are those of the local clock, and few incidents are not believed much', () => {
  const many = hoursOfWeek(at(new Array(5000).fill(50.5)), 'Asia/Karachi', () => true);
  expect(many.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
  expect(many[50]).toBeGreaterThan(0.95);
  const few = hoursOfWeek(at([50.5, 50.5]), 'Asia/Karachi', () => true);
  expect(few[50]).toBeLessThan(0.05);
  expect(few[50]).toBeGreaterThan(2 / 168);
});

test('dates without a time leave every hour alike', () => {
  const days = hoursOfWeek(at([0, 24, 24], 24 * HOUR - 1), 'Asia/Karachi', () => true);
  for (const share of days) expect(share).toBeCloseTo(1 / 168, 10);
});

test('a horizon of the busy day expects more than a seventh of the week', () => {
  const saturdays = hoursOfWeek(
    at(Array.from({ length: 3000 }, (_, n) => 120 + (n % 24))),
    'Asia/Karachi',
    () => true,
  );
  const saturday = MONDAY + 120 * HOUR;
  expect(horizonFactor(saturdays, 'Asia/Karachi', saturday, 1)).toBeGreaterThan(6);
  expect(horizonFactor(saturdays, 'Asia/Karachi', MONDAY, 1)).toBeLessThan(0.3);
  expect(horizonFactor(saturdays, 'Asia/Karachi', MONDAY, 28)).toBeCloseTo(1, 10);
});
