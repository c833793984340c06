import type { ForecastResult, SurfaceScore as ScoreView } from '@amaan/contracts/crime/forecast';
import { instantOf } from '@amaan/contracts/instant';
import { CrimeAnalyticsError } from '@amaan/crime-analytics/crime-analytics-error';
import {
  assessAt,
  assessmentOrigins,
  concludeAssessment,
} from '@amaan/crime-analytics/evaluation/assess-forecast';
import type { SurfaceScore } from '@amaan/crime-analytics/evaluation/forecast-score';
import type { TrialScore } from '@amaan/crime-analytics/evaluation/score-trial';
import { forecastPlaces } from '@amaan/crime-analytics/forecast/forecast-places';
import type { ForecastQuestion } from '@amaan/crime-analytics/forecast/forecast-question';
import type { AnalysisData } from '../analysis-data.ts';
import { type AnalysisMethod, limitNote, methodNote, type QuestionOf } from '../analysis-method.ts';
import { latticeOf, rasterOf } from '../lattice-of.ts';
import { studyGrid } from '../study-grid.ts';

const DAY_MS = 86_400_000;

/**
 * Which cells the coming days will bring incidents to, beside its baselines, and how the same method did at earlier
 * moments: each of these is a chunk for a thread.
 */
export const forecastMethod: AnalysisMethod<'forecast', number, TrialScore | null> = {
  parts: {
    chunks: (question, data) => assessmentOrigins(data.incidents, forecastOf(question, data)),
    prepare: (question, data) => {
      const asked = forecastOf(question, data);
      return (origin) => assessAt(data.incidents, asked, origin);
    },
  },
  finish(question, data, parts) {
    const asked = forecastOf(question, data);
    const { settings, selection } = question;
    const forecast = forecastPlaces(data.incidents, asked);
    const { score, offer, origins } = concludeAssessment(asked, parts, settings.seed);
    const { grid, model } = forecast;
    const marked = [...forecast.chosen.keys()]
      // Of cells that are alike at the edge only as many as fit in count, each with its share; half and more is marked.
      .filter((cell) => forecast.chosen[cell]! >= 0.5)
      .sort((one, other) => model.expected[other]! - model.expected[one]!);
    const { officerInitiated } = selection;
    const offered = offer.offered && officerInitiated === null;
    const result: ForecastResult = {
      kind: 'forecast',
      horizon: {
        from: selection.period.until,
        until: instantOf(asked.origin + settings.horizonDays * DAY_MS),
      },
      raster: rasterOf(grid, model.expected, data.crs),
      cells: { shape: 'square', lattice: latticeOf(grid, data.crs), cells: marked },
      expected: marked.map((cell) => model.expected[cell]!),
      studyCells: forecast.studyCells,
      areaFraction: settings.areaFraction,
      hoursOfWeek: [...forecast.hoursOfWeek],
      expectedTotal: model.expected.reduce((sum, value) => sum + value, 0),
      evaluation:
        score === null
          ? null
          : {
              origins: origins.map((origin) => instantOf(origin)),
              incidents: score.incidents,
              outside: score.outside,
              model: viewOf(score.model),
              baselines: score.baselines.map(viewOf),
              strongest: score.strongest.name,
            },
      ratio: offer.ratio,
      ratioInterval: offer.interval === null ? null : [...offer.interval],
      beatsBaseline: offer.interval !== null && offer.interval[0] > 1,
      offered,
      reason: offer.offered && officerInitiated !== null ? 'officer-initiated-included' : offer.reason,
      patrolEffect:
        forecast.exposureEffect === null
          ? null
          : { ...forecast.exposureEffect, interval: [...forecast.exposureEffect.interval] },
    };
    return {
      result,
      notes: [
        methodNote('method-forecast', {
          cell: grid.cellMetres,
          days: settings.horizonDays,
          origins: origins.length,
        }),
        limitNote('limit-forecast'),
      ],
    };
  },
};

/**
 * The question in the method's words: everything that was selected is forecast. The study area is that of the stations
 * where there are any.
 * @throws CrimeAnalyticsError `NO_INCIDENTS`
 */
export function forecastOf(
  { selection, settings }: QuestionOf<'forecast'>,
  data: AnalysisData,
): ForecastQuestion {
  const offences = [...new Set(data.incidents.offence)];
  if (offences.length === 0)
    throw new CrimeAnalyticsError('NO_INCIDENTS', 'There are no incidents in this area and period.');
  return {
    offences,
    origin: Date.parse(selection.period.until),
    horizonDays: settings.horizonDays,
    areaFraction: settings.areaFraction,
    cellMetres: settings.cellMetres,
    ...(data.areas.length > 0 && { grid: studyGrid(data, settings.cellMetres) }),
    ...(settings.patrolExposure && data.patrols !== null && { exposure: data.patrols }),
    timeZone: data.timeZone,
  };
}

function viewOf({ name, hitRate, pai, paiInterval, pei, calibration }: SurfaceScore): ScoreView {
  return {
    ...{ name, hitRate, pai, pei },
    paiInterval: [...paiInterval],
    calibration: {
      expected: calibration.expected,
      observed: calibration.observed,
      groups: calibration.groups.map(({ interval, ...group }) => ({
        ...group,
        interval: interval === null ? null : [...interval],
      })),
    },
  };
}
