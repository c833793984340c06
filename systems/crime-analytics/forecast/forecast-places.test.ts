import { expect, test } from 'vitest';
import type { IncidentColumns } from '../incident-columns.ts';
import { ReplicaRandom } from '../replica-random.ts';
import { forecastPlaces } from './forecast-places.ts';
import type { ForecastQuestion } from './forecast-question.ts';
import { BEGIN, DAY, twoKinds } from './testing/two-kinds.ts';

const QUESTION: ForecastQuestion = {
  offences: [0],
  origin: BEGIN + 270 * DAY,
  horizonDays: 30,
  areaFraction: 0.01,
  timeZone: 'UTC',
};
const INCIDENTS = twoKinds(1, 2000);

test('the places where incidents gather are chosen', () => {
  const forecast = forecastPlaces(INCIDENTS, QUESTION);
  const places = Array.from({ length: 10 }, (_, n) => new ReplicaRandom(77, n));
  const chosen = places.map((place) => {
    const cell = forecast.cells.at(500_000 + 6000 * place.uniform(), 3_500_000 + 6000 * place.uniform());
    return forecast.chosen[cell];
  });
  expect(chosen).toEqual(new Array(10).fill(1));
  const area = forecast.chosen.reduce((sum, one) => sum + one, 0);
  expect(area).toBeCloseTo(0.01 * forecast.cells.studied.length, 8);
});

test('hexagons find them, too, and keep to what was known at the origin', () => {
  const shape = { shape: 'hexagon', resolution: 10, crs: 'EPSG:32643' } as const;
  const forecast = forecastPlaces(INCIDENTS, { ...QUESTION, shape });
  const places = Array.from({ length: 10 }, (_, n) => new ReplicaRandom(77, n));
  const chosen = places.map((place) => {
    const cell = forecast.cells.at(500_000 + 6000 * place.uniform(), 3_500_000 + 6000 * place.uniform());
    return forecast.chosen[cell];
  });
  expect(chosen).toEqual(new Array(10).fill(1));
  const area = forecast.chosen.reduce((sum, one) => sum + one, 0);
  expect(area).toBeCloseTo(0.01 * forecast.cells.studied.length, 8);
  const squares = forecastPlaces(INCIDENTS, QUESTION).model.expected.reduce((sum, one) => sum + one, 0);
  expect(forecast.model.expected.reduce((sum, one) => sum + one, 0)).toBeCloseTo(squares, 6);
});

test('a forecast expects as many as the rate of before says, in the study area alone', () => {
  const { model, baselines, cells, incidents } = forecastPlaces(INCIDENTS, QUESTION);
  const studied = new Set(cells.studied);
  for (const { expected } of [model, ...baselines]) {
    const total = expected.reduce((sum, one) => sum + one, 0);
    expect(total).toBeGreaterThan(0.8 * (incidents / 270) * 30);
    expect(total).toBeLessThan(1.25 * (incidents / 270) * 30);
    expect(expected.every((one, cell) => one === 0 || studied.has(cell))).toBe(true);
  }
  expect(baselines.map(({ name }) => name)).toEqual(['count-all', 'count-last', 'kde']);
});

test('nothing at or after the origin is looked at', () => {
  const moved: IncidentColumns = {
    ...INCIDENTS,
    x: INCIDENTS.x.map((x, at) => (INCIDENTS.from[at]! >= QUESTION.origin ? 600_000 : x)),
  };
  expect(forecastPlaces(moved, QUESTION)).toEqual(forecastPlaces(INCIDENTS, QUESTION));
});

test('one offence, a handful of incidents, all in one place: there still is a forecast', () => {
  const few = twoKinds(3, 5);
  const question = { ...QUESTION, offences: [0, 1] };
  expect(forecastPlaces(few, question).model.expected.every(Number.isFinite)).toBe(true);
  const one: IncidentColumns = { ...few, x: few.x.fill(500_000), y: few.y.fill(3_500_000) };
  const { model, chosen, cells } = forecastPlaces(one, question);
  const cell = cells.at(500_000, 3_500_000);
  expect(Math.max(...model.expected)).toBe(model.expected[cell]);
  expect(Math.max(...chosen)).toBe(chosen[cell]);
});

test('times that are intervals across the origin teach nothing', () => {
  const vague: IncidentColumns = {
    ...INCIDENTS,
    from: INCIDENTS.from.map((at) => at - 300 * DAY),
    until: INCIDENTS.until.map((at) => at + 300 * DAY),
  };
  expect(() =>
    forecastPlaces(vague, { ...QUESTION, cells: forecastPlaces(INCIDENTS, QUESTION).cells }),
  ).toThrow(expect.objectContaining({ code: 'NO_INCIDENTS' }));
});

test.each<[Partial<ForecastQuestion>, string]>([
  [{ origin: Number.NaN }, 'FORECAST_ORIGIN_INVALID'],
  [{ origin: BEGIN - DAY }, 'NO_INCIDENTS'],
  [{ horizonDays: 0 }, 'HORIZON_INVALID'],
  [{ horizonDays: 1e9 }, 'HORIZON_INVALID'],
  [{ areaFraction: 0 }, 'AREA_FRACTION_INVALID'],
  [{ areaFraction: 1.01 }, 'AREA_FRACTION_INVALID'],
  [{ timeZone: 'Asia/Nowhere' }, 'TIME_ZONE_UNKNOWN'],
  [{ offences: [] }, 'OFFENCE_UNKNOWN'],
  [{ offences: [7] }, 'OFFENCE_UNKNOWN'],
  [{ shape: { shape: 'square', cellMetres: -5 } }, 'CELL_SIZE_INVALID'],
  [{ shape: { shape: 'square', cellMetres: 0.5 } }, 'GRID_TOO_LARGE'],
  [{ shape: { shape: 'hexagon', resolution: 8, crs: 'EPSG:1' } }, 'CRS_UNKNOWN'],
])('%o is refused as %s', (wrong, code) => {
  expect(() => forecastPlaces(INCIDENTS, { ...QUESTION, ...wrong })).toThrow(
    expect.objectContaining({ code }),
  );
});

test('a coordinate with a digit too many does not make the study area reach to the next country', () => {
  const slip: IncidentColumns = {
    ...INCIDENTS,
    x: INCIDENTS.x.map((x, at) => (at === 5 ? x * 10 : x)),
  };
  const [area, ordinary] = [slip, INCIDENTS].map((one) => forecastPlaces(one, QUESTION).cells.studied.length);
  expect(area).toBeGreaterThan(0.98 * ordinary!);
  expect(area).toBeLessThanOrEqual(ordinary!);
});
