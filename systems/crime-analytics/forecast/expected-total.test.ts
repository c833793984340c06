import { expect, test } from 'vitest';
import { SquareCells } from '../grid/square-cells.ts';
import type { IncidentColumns } from '../incident-columns.ts';
import { cellHistory } from './cell-history.ts';
import { expectedTotal } from './expected-total.ts';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2022, 0, 1);
const CELLS = new SquareCells({ originX: 0, originY: 0, cellMetres: 100, columns: 1, rows: 1 });

/** Incidents in one cell, so many on each day. */
function historyOf(days: number, onDay: (day: number) => number) {
  const at = Array.from({ length: days }, (_, day) => new Array<number>(onDay(day)).fill(day)).flat();
  const from = Float64Array.from(at, (day) => BEGIN + (day + 0.5) * DAY);
  const incidents: IncidentColumns = {
    ...{ length: at.length, from, until: from, offences: ['theft'], offence: new Uint16Array(at.length) },
    ...{ x: new Float64Array(at.length).fill(50), y: new Float64Array(at.length).fill(50) },
  };
  return cellHistory(incidents, CELLS, { offences: [0] });
}

/** Twenty a day, and forty in July and August. */
const busySummers = (day: number) => {
  const month = new Date(BEGIN + day * DAY).getUTCMonth();
  return month === 6 || month === 7 ? 40 : 20;
};
const JULY_2024 = Date.UTC(2024, 6, 1);

test('a level that does not change goes on', () => {
  expect(
    expectedTotal(
      historyOf(400, () => 5),
      BEGIN + 400 * DAY,
      30,
    ) / 150,
  ).toBeCloseTo(1, 2);
  expect(
    expectedTotal(
      historyOf(1200, () => 5),
      BEGIN + 1200 * DAY,
      30,
    ) / 150,
  ).toBeCloseTo(1, 2);
});

test('a season that two years had is expected again, one that nobody saw is not', () => {
  const days = (JULY_2024 - BEGIN) / DAY;
  const expected = expectedTotal(historyOf(days, busySummers), JULY_2024, 31);
  expect(expected).toBeGreaterThan(31 * 36);
  expect(expected).toBeLessThan(31 * 42);
  const first = expectedTotal(historyOf(days - 731, busySummers), JULY_2024 - 731 * DAY, 31);
  expect(first / (31 * 20)).toBeCloseTo(1, 2);
});

test('a few incidents more in one year are no season', () => {
  const few = (day: number) => (day % 30 === 0 || (day > 535 && day < 540) ? 1 : 0);
  const days = (Date.UTC(2024, 5, 15) - BEGIN) / DAY;
  expect(expectedTotal(historyOf(days, few), BEGIN + days * DAY, 30)).toBeLessThan(1.2);
});

test('nothing known is nothing expected', () => {
  expect(
    expectedTotal(
      historyOf(0, () => 0),
      BEGIN,
      30,
    ),
  ).toBe(0);
  expect(
    expectedTotal(
      historyOf(10, () => 1),
      BEGIN - DAY,
      30,
    ),
  ).toBe(0);
});
