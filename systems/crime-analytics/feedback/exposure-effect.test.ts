import { expect, test } from 'vitest';
import { forecastPlaces } from '../forecast/forecast-places.ts';
import type { IncidentColumns } from '../incident-columns.ts';
import { ReplicaRandom } from '../replica-random.ts';
import type { PatrolExposure } from './patrol-exposure.ts';

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
const BEGIN = Date.UTC(2025, 0, 6);
const WEEKS = 40;
const SIDE = 20;

/** A report, or a stay of so many hours. */
interface Row {
  readonly x: number;
  readonly y: number;
  readonly at: number;
  readonly hours: number;
}

/**
 * A square of 20 × 20 cells of 150 m with the same rate everywhere; patrols visit the western half, each cell in some weeks,
 * and each hour of theirs multiplies the reports of that week by `ratio`.
 */
function patrolled(ratio: number): { incidents: IncidentColumns; exposure: PatrolExposure } {
  const random = new ReplicaRandom(11, 0);
  const reports: Row[] = [];
  const stays: Row[] = [];
  for (let cell = 0; cell < SIDE * SIDE; cell += 1)
    for (let week = 0; week < WEEKS; week += 1) {
      const x = 150_000 + (cell % SIDE) * 150 + 75;
      const y = 150_000 + Math.floor(cell / SIDE) * 150 + 75;
      const at = BEGIN + (week + 0.5) * WEEK;
      const hours = cell % SIDE < SIDE / 2 && random.uniform() < 0.4 ? 1 + random.below(2) : 0;
      if (hours > 0) stays.push({ x, y, at, hours });
      for (let n = 0; n < 10; n += 1)
        if (random.uniform() < 0.01 * ratio ** hours) reports.push({ x, y, at, hours: 0 });
    }
  const column = (rows: readonly Row[], value: (row: Row) => number) => Float64Array.from(rows, value);
  return {
    incidents: {
      length: reports.length,
      x: column(reports, ({ x }) => x),
      y: column(reports, ({ y }) => y),
      from: column(reports, ({ at }) => at),
      until: column(reports, ({ at }) => at),
      offence: new Uint16Array(reports.length),
      offences: ['theft'],
    },
    exposure: {
      length: stays.length,
      x: column(stays, ({ x }) => x),
      y: column(stays, ({ y }) => y),
      from: column(stays, ({ at }) => at),
      until: column(stays, ({ at, hours }) => at + hours * HOUR),
    },
  };
}

function forecast({ incidents, exposure }: ReturnType<typeof patrolled>, isKnown: boolean) {
  return forecastPlaces(incidents, {
    offences: [0],
    origin: BEGIN + WEEKS * WEEK,
    horizonDays: 28,
    areaFraction: 0.05,
    timeZone: 'UTC',
    ...(isKnown && { exposure }),
  });
}

/** Expected incidents in the western over those in the eastern half. */
function westOverEast({ cells, model }: ReturnType<typeof forecast>): number {
  const sums = [0, 0];
  for (const [cell, expected] of model.expected.entries()) {
    const column = Math.floor(cells.centre(cell).x / 150) - 1000;
    if (column >= 0 && column < SIDE) sums[column < SIDE / 2 ? 0 : 1]! += expected;
  }
  return sums[0]! / sums[1]!;
}

test('what patrols found by being there is told, and does not draw them there again', () => {
  const city = patrolled(2);
  const aware = forecast(city, true);
  expect(aware.exposureEffect!.ratioPerHour).toBeGreaterThan(1.8);
  expect(aware.exposureEffect!.ratioPerHour).toBeLessThan(2.2);
  expect(aware.exposureEffect!.corrected).toBe(true);
  expect(westOverEast(forecast(city, false))).toBeGreaterThan(1.6);
  expect(westOverEast(aware)).toBeGreaterThan(0.8);
  expect(westOverEast(aware)).toBeLessThan(1.25);
});

test('without an effect, or with fewer reports, nothing is corrected', () => {
  for (const ratio of [1, 0.5]) {
    const city = patrolled(ratio);
    const aware = forecast(city, true);
    expect(aware.exposureEffect!.interval[0]).toBeLessThan(ratio);
    expect(aware.exposureEffect!.interval[1]).toBeGreaterThan(ratio);
    expect(aware.exposureEffect!.corrected).toBe(false);
    expect([...aware.model.expected]).toEqual([...forecast(city, false).model.expected]);
  }
});

test('patrols that were nowhere near tell nothing', () => {
  const city = patrolled(2);
  const elsewhere = { ...city.exposure, x: city.exposure.x.map((x) => x + 1e6) };
  expect(forecast({ ...city, exposure: elsewhere }, true).exposureEffect).toBeNull();
});
