import { expect, test } from 'vitest';
import { forecastPlaces } from '../forecast/forecast-places.ts';
import type { ForecastQuestion } from '../forecast/forecast-question.ts';
import type { PlaceForecast, RiskSurface, SurfaceName } from '../forecast/place-forecast.ts';
import { BEGIN, DAY, twoKinds } from '../forecast/testing/two-kinds.ts';
import { SquareCells } from '../grid/square-cells.ts';
import type { IncidentColumns } from '../incident-columns.ts';
import { assessForecast, assessmentOrigins } from './assess-forecast.ts';
import { decideOffer } from './decide-offer.ts';
import { poissonInterval } from './poisson-interval.ts';
import { poolTrials } from './pool-trials.ts';
import { scoreForecast } from './score-forecast.ts';
import { scoreTrial } from './score-trial.ts';

test('exact Poisson intervals are those of the published table', () => {
  // Garwood (1936), as reprinted in Breslow and Day, Statistical Methods in Cancer Research II (1987), table 2.11.
  expect(poissonInterval(0)[0]).toBe(0);
  expect(poissonInterval(0)[1]).toBeCloseTo(3.689, 3);
  expect(poissonInterval(1)[0]).toBeCloseTo(0.0253, 4);
  expect(poissonInterval(1)[1]).toBeCloseTo(5.572, 3);
  expect(poissonInterval(10)[0]).toBeCloseTo(4.795, 3);
  expect(poissonInterval(10)[1]).toBeCloseTo(18.39, 2);
  expect(poissonInterval(100)[0]).toBeCloseTo(81.36, 2);
  expect(poissonInterval(100)[1]).toBeCloseTo(121.63, 2);
});

/** Ten cells in a row, of 100 m. */
const ROW = { originX: 0, originY: 0, cellMetres: 100, columns: 10, rows: 1 };

function forecastOf(model: readonly number[], baseline: readonly number[]): PlaceForecast {
  const surface = (name: SurfaceName, expected: readonly number[]): RiskSurface => ({
    name,
    expected: Float64Array.from(expected),
    settings: {},
  });
  return {
    cells: new SquareCells(ROW),
    origin: BEGIN,
    horizonDays: 70,
    areaFraction: 0.2,
    model: surface('model', model),
    baselines: [surface('count-all', baseline)],
    chosen: new Float64Array(10),
    hoursOfWeek: new Float64Array(168),
    incidents: 1,
    supportingIncidents: 0,
    exposureEffect: null,
  };
}

/** Incidents in cells, a day after another; a cell of −1 lies outside. */
function incidentsIn(cells: readonly number[]): IncidentColumns {
  const at = Float64Array.from(cells, (_, n) => BEGIN + n * DAY);
  return {
    length: cells.length,
    x: Float64Array.from(cells, (cell) => cell * 100 + 50),
    y: new Float64Array(cells.length).fill(50),
    from: at,
    until: at,
    offence: new Uint16Array(cells.length),
    offences: ['theft'],
  };
}

test('PAI, PEI and hit rate as they are defined, incidents outside counting as missed', () => {
  const forecast = forecastOf([9, 8, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 1, 1, 1, 1, 0, 0, 0, 0]);
  const score = scoreForecast(forecast, incidentsIn([0, 0, 1, 2, 2, 2, 9, -1]), [0]);
  expect([score.incidents, score.outside]).toEqual([8, 1]);
  expect(score.model.hitRate).toBeCloseTo(3 / 8, 12);
  expect(score.model.pai).toBeCloseTo(3 / 8 / 0.2, 12);
  // The best two cells had 3 and 2.
  expect(score.model.pei).toBeCloseTo(3 / 5, 12);
  // Two of four equal cells fit in: half of the three in one of them.
  expect(score.baselines[0]!.hitRate).toBeCloseTo(1.5 / 8, 12);
  expect(score.ratios[0]!.ratio).toBeCloseTo(2, 12);
  expect(score.model.calibration.groups[0]).toMatchObject({ untilShare: 0.2, expected: 17, observed: 3 });
  const seen = score.model.calibration.groups.map(({ observed }) => observed);
  expect(seen.reduce((sum, one) => sum + one, 0)).toBeCloseTo(7, 12);
});

test('without any incident nothing is claimed', () => {
  const forecast = forecastOf([9, 8, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 1, 1, 1, 1, 0, 0, 0, 0]);
  const score = scoreForecast(forecast, incidentsIn([]), [0]);
  expect(score.model).toMatchObject({ hitRate: 0, pai: 0, pei: 0 });
  expect(score.ratios[0]).toEqual({ baseline: 'count-all', ratio: null, interval: null });
  expect(decideOffer(score)).toMatchObject({ offered: false, reason: 'too-few-incidents' });
  expect(decideOffer(null)).toMatchObject({ offered: false, reason: 'too-short' });
});

/** A trial of 100 incidents, of which the surfaces hit so many, each its own cluster. */
function decisionOf(modelHits: number, baselineHits: number, expectedHits = modelHits) {
  const model = [expectedHits, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const forecast = { ...forecastOf(model, [0, 1, 0, 0, 0, 0, 0, 0, 0, 0]), areaFraction: 0.1 };
  const cells = Array.from({ length: 100 }, (_, n) =>
    n < modelHits ? 0 : n < modelHits + baselineHits ? 1 : 9,
  );
  const incidents = incidentsIn(cells);
  // All weeks apart, so that each incident is a cluster of its own.
  const weekly = incidents.from.map((_, n) => BEGIN + n * 7 * DAY);
  const trial = scoreTrial(
    { ...forecast, horizonDays: 700 },
    { ...incidents, from: weekly, until: weekly },
    [0],
  );
  return decideOffer(poolTrials([trial], 3));
}

test('a forecast is offered only where it is surely better, and its numbers can be trusted', () => {
  expect(decisionOf(60, 20)).toMatchObject({ offered: true, reason: 'beats-baseline', against: 'count-all' });
  expect(decisionOf(22, 20)).toMatchObject({ offered: false, reason: 'not-told-apart' });
  expect(decisionOf(20, 60)).toMatchObject({ offered: false, reason: 'worse-than-baseline' });
  expect(decisionOf(60, 20, 300)).toMatchObject({ offered: false, reason: 'not-calibrated' });
});

const QUESTION: ForecastQuestion = {
  offences: [0],
  origin: BEGIN + 364 * DAY,
  horizonDays: 60,
  areaFraction: 0.01,
  timeZone: 'UTC',
};

test('an assessment is made of earlier periods of the same length that do not overlap', () => {
  const incidents = twoKinds(4, 600);
  const origins = assessmentOrigins(incidents, QUESTION);
  expect(origins.map((origin) => Math.round((QUESTION.origin - origin) / DAY))).toEqual([60, 120, 180]);
  expect(assessmentOrigins(incidents, { ...QUESTION, horizonDays: 300 })).toEqual([]);
  expect(assessForecast(incidents, { ...QUESTION, horizonDays: 300 }).offer.reason).toBe('too-short');
});

test('where places stay the count is hard to beat, and where they change nobody is told that it is', () => {
  const progress: number[] = [];
  const steady = assessForecast(twoKinds(4, 600), QUESTION, (done) => progress.push(done));
  expect(progress).toEqual([1, 2, 3]);
  expect(steady.score!.model.pai).toBeGreaterThan(20);
  const moving = assessForecast(twoKinds(4, 600, false), QUESTION);
  expect(moving.score!.model.pai).toBeLessThan(5);
  expect(moving.offer.offered).toBe(false);
});

test('equal data and seed give equal intervals', () => {
  const incidents = twoKinds(9, 400);
  const forecast = forecastPlaces(incidents, { ...QUESTION, origin: BEGIN + 200 * DAY });
  expect(scoreForecast(forecast, incidents, [0], 5)).toEqual(scoreForecast(forecast, incidents, [0], 5));
});
