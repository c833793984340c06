import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { exposureByWeek, exposureEffect, withoutExposure } from '../feedback/exposure-effect.ts';
import type { IncidentColumns } from '../incident-columns.ts';
import { baselines } from './baselines.ts';
import {
  byCell,
  type CellHistory,
  cellHistory,
  firstTarget,
  isBefore,
  SUPPORTING,
  TARGET,
} from './cell-history.ts';
import { chooseCells } from './choose-cells.ts';
import { expectedTotal } from './expected-total.ts';
import type { ForecastQuestion } from './forecast-question.ts';
import { horizonFactor, hoursOfWeek } from './hours-of-week.ts';
import { asDensity } from './past-incidents.ts';
import type { ExposureEffect, PlaceForecast, RiskSurface } from './place-forecast.ts';
import { pooledRisk } from './pooled-risk.ts';
import { studyArea } from './study-area.ts';
import { trialPeriods } from './trial-origins.ts';

/** On how many periods of the past weights are learned. */
const MOST_TRIALS = 8;
/** How far apart trials begin at least, days; longer horizons overlap. */
const TRIAL_STEP_DAYS = 30;

/**
 * Where incidents of some offences are to be expected after a moment, from what was known at it, beside the baselines made
 * from the same incidents in the same cells. All settings are learned on periods before the origin.
 *
 * @throws CrimeAnalyticsError `FORECAST_ORIGIN_INVALID`, `HORIZON_INVALID`, `AREA_FRACTION_INVALID`,
 *   `TIME_ZONE_UNKNOWN`, `OFFENCE_UNKNOWN`, `NO_INCIDENTS` (none of the forecast offences before the origin), and what `studyArea` throws
 */
export function forecastPlaces(incidents: IncidentColumns, question: ForecastQuestion): PlaceForecast {
  checkQuestion(incidents, question);
  const cells = studyArea(incidents, question);
  const bare = cellHistory(incidents, cells, question);
  const { origin, horizonDays, areaFraction } = question;
  const counted = countKnown(bare, origin);
  if (counted.target === 0)
    throw new CrimeAnalyticsError(
      'NO_INCIDENTS',
      'There are no incidents of these offences before the day from which is to be forecast.',
    );
  const { history, effect } = corrected(bare, question);
  const trials = trialPeriods(firstTarget(history), origin, horizonDays, {
    most: MOST_TRIALS,
    stepDays: TRIAL_STEP_DAYS,
  });
  const asked = new Set(question.offences);
  const hours = hoursOfWeek(
    incidents,
    question.timeZone,
    (at) => asked.has(incidents.offence[at]!) && isBefore(incidents, at, origin),
  );
  const total =
    expectedTotal(history, origin, horizonDays) *
    horizonFactor(hours, question.timeZone, origin, horizonDays);
  const surface = (one: Omit<RiskSurface, 'expected'>, density: Float64Array): RiskSurface => ({
    ...one,
    expected: byCell(
      cells,
      density.map((value) => value * total),
    ),
  });
  const naive = baselines(history, origin, trials, areaFraction);
  const kdeMetres = naive.find(({ name }) => name === 'kde')!.settings.metres!;
  const pooled = pooledRisk(history, origin, trials, kdeMetres);
  return {
    cells,
    origin,
    horizonDays,
    areaFraction,
    model: surface({ name: 'model', settings: pooled.settings }, pooled.density),
    baselines: naive.map(({ risk, ...one }) => surface(one, asDensity(risk))),
    chosen: byCell(cells, chooseCells(pooled.density, areaFraction)),
    hoursOfWeek: hours,
    incidents: counted.target,
    supportingIncidents: counted.supporting,
    exposureEffect: effect,
  };
}

/** @throws CrimeAnalyticsError for what no forecast can be made of */
function checkQuestion(incidents: IncidentColumns, question: ForecastQuestion): void {
  const { origin, horizonDays, areaFraction, offences } = question;
  if (!Number.isFinite(origin))
    throw new CrimeAnalyticsError(
      'FORECAST_ORIGIN_INVALID',
      'The day from which is to be forecast is no day.',
    );
  if (!(horizonDays > 0 && horizonDays <= 366))
    throw new CrimeAnalyticsError('HORIZON_INVALID', 'The horizon must be above 0 and at most 366 days.');
  if (!(areaFraction > 0 && areaFraction <= 1))
    throw new CrimeAnalyticsError(
      'AREA_FRACTION_INVALID',
      'The share of the area must be above 0 and at most 1: 0.005 is half a percent.',
    );
  try {
    new Intl.DateTimeFormat('en', { timeZone: question.timeZone });
  } catch {
    throw new CrimeAnalyticsError('TIME_ZONE_UNKNOWN', `There is no time zone ${question.timeZone}.`);
  }
  if (offences.length === 0 || offences.some((offence) => !(offence in incidents.offences)))
    throw new CrimeAnalyticsError('OFFENCE_UNKNOWN', 'Choose at least one offence that the incidents have.');
}

/** The incidents weighed by what patrols added to them, where it is known and surely something. */
function corrected(
  history: CellHistory,
  { exposure, origin }: ForecastQuestion,
): { readonly history: CellHistory; readonly effect: ExposureEffect | null } {
  if (!exposure) return { history, effect: null };
  const byWeek = exposureByWeek(history, exposure, origin);
  const effect = exposureEffect(history, byWeek, origin);
  if (!effect?.corrected) return { history, effect };
  return { history: withoutExposure(history, byWeek, effect, origin), effect };
}

function countKnown(history: CellHistory, origin: number): { target: number; supporting: number } {
  const counted = { target: 0, supporting: 0 };
  for (let at = 0; at < history.length; at += 1) {
    if (!isBefore(history, at, origin)) continue;
    if (history.role[at] === TARGET) counted.target += 1;
    else if (history.role[at] === SUPPORTING) counted.supporting += 1;
  }
  return counted;
}
