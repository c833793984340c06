import { fitSelfExciting } from '@amaan/crime-analytics/processes/self-exciting/fit-self-exciting';
import { placedEvents } from '@amaan/crime-analytics/processes/self-exciting/placed-events';
import { simulateIncidents } from '@amaan/crime-analytics/simulated-incidents';
import { simulatedCity } from '@amaan/crime-analytics/simulation/simulated-city';
import { simulatedOffences } from '@amaan/crime-analytics/simulation/simulated-offence';
import { findChangePoints } from '@amaan/crime-analytics/time/change-points';
import { incidentSeries } from '@amaan/crime-analytics/time/incident-series';
import { timeTable } from '@amaan/crime-analytics/time/time-table';
import { fitTrend } from '@amaan/crime-analytics/time/trend';
import { type CrimePart, crimeFigure } from './crime-part.ts';
import { fastestOf } from './fastest-of.ts';
import { YEAR_OF_INCIDENTS } from './year-of-incidents.ts';

const timeZone = 'Asia/Karachi';
const DAY_MS = 86_400_000;
const from = Date.UTC(2024, 0, 1) - 5 * 3_600_000;
const until = Date.UTC(2026, 0, 1) - 5 * 3_600_000;
const DAYS = (until - from) / DAY_MS;
const CELL = 200;

/**
 * Time and processes on two simulated years: how quick, and whether what the city was made with comes out again — repeats
 * of burglaries, none of assaults.
 */
export const timeFigures: CrimePart = function* () {
  const made = fastestOf(2, () => simulateIncidents({ seed: 1, count: YEAR_OF_INCIDENTS, from, until }));
  const incidents = made.result;
  yield crimeFigure(`simulating ${YEAR_OF_INCIDENTS} incidents`, made.ms, 'ms', { atMost: 1000 });
  yield crimeFigure(
    'hour × weekday of them',
    fastestOf(3, () => timeTable(incidents, { timeZone })).ms,
    'ms',
  );
  const trend = fastestOf(3, () => {
    const series = incidentSeries(incidents, { step: 'day', timeZone, from, until });
    const { season } = fitTrend(series);
    return findChangePoints(
      { counts: series.counts, exposures: series.days.map((d, n) => d * season[n]!) },
      { seed: 1 },
    );
  });
  yield crimeFigure(`trend and changes of ${DAYS} days, 999 shuffles each`, trend.ms, 'ms');

  const side = Math.ceil((2 * simulatedCity.halfWidthMetres + 2_000) / CELL);
  const grid = {
    originX: simulatedCity.centreX - (side * CELL) / 2,
    originY: simulatedCity.centreY - (side * CELL) / 2,
    cellMetres: CELL,
    columns: side,
    rows: side,
  };
  for (const name of ['Burglary', 'Assault']) {
    const { repeats } = simulatedOffences.find((offence) => offence.name === name)!;
    const isIt = (n: number) => {
      const middle = (incidents.from[n]! + incidents.until[n]!) / 2;
      return incidents.offences[incidents.offence[n]!] === name && middle >= from && middle < until;
    };
    const events = placedEvents(incidents, grid, from, isIt);
    const fit = fastestOf(1, () => fitSelfExciting(events, grid, { from: 0, until: DAYS }));
    const { model, iterations } = fit.result;
    const title = `self-exciting process, ${events.length} × ${name}`;
    yield crimeFigure(`${title}: ${iterations} rounds`, fit.ms / 1000, 's');
    yield crimeFigure(`${title}: one brings on (made with ${repeats.mean})`, model.productivity, 'incidents');
    if (repeats.mean === 0) continue;
    yield crimeFigure(`${title}: days later (made with ${repeats.days})`, model.meanDays, 'days');
  }
};
