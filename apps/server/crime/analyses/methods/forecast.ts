import type { CellChoice } from '@amaan/contracts/crime/cell-choice';
import type { CellSet } from '@amaan/contracts/crime/cell-lattice';
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
import { HexagonCells } from '@amaan/crime-analytics/grid/hexagon-cells';
import { hexagonRing, hexagonsInside } from '@amaan/crime-analytics/grid/hexagons';
import { SquareCells } from '@amaan/crime-analytics/grid/square-cells';
import type { StudyCells } from '@amaan/crime-analytics/grid/study-cells';
import { projectionOf } from '@amaan/crime-analytics/import/projection';
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
    const { cells, model } = forecast;
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
      ...surfaceOf(cells, model.expected, data.crs),
      cells: cellSetOf(cells, marked, data.crs),
      expected: marked.map((cell) => model.expected[cell]!),
      studyCells: cells.studied.length,
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
        methodNote(settings.cells.shape === 'square' ? 'method-forecast' : 'method-forecast-hexagons', {
          cell: Math.round(cells.sideMetres),
          days: settings.horizonDays,
          origins: origins.length,
        }),
        limitNote('limit-forecast'),
      ],
    };
  },
};

/** What is expected in every cell of the study area. */
function surfaceOf(
  cells: StudyCells,
  expected: Float64Array,
  crs: string,
): Pick<ForecastResult, 'raster' | 'hexagons'> {
  if (cells.shape === 'square') return { raster: rasterOf(cells.grid, expected, crs) };
  return {
    hexagons: { crs, resolution: cells.set.resolution, cells: [...cells.set.cells], expected: [...expected] },
  };
}

function cellSetOf(cells: StudyCells, marked: number[], crs: string): CellSet {
  if (cells.shape === 'square')
    return { shape: 'square', lattice: latticeOf(cells.grid, crs), cells: marked };
  const addresses = marked.map((cell) => cells.set.cells[cell]!);
  return {
    ...{ shape: 'hexagon', resolution: cells.set.resolution, cells: addresses },
    rings: addresses.map(hexagonRing),
  };
}

/**
 * The question in the method's words: everything that was selected is forecast, and what else is there helps. The study area is that of the stations
 * where there are any.
 * @throws CrimeAnalyticsError `NO_INCIDENTS`
 */
export function forecastOf(
  { selection, settings }: QuestionOf<'forecast'>,
  data: AnalysisData,
): ForecastQuestion {
  const known = [...new Set(data.incidents.offence)];
  const offences = known.filter((offence) => data.asked[offence] === 1);
  if (offences.length === 0)
    throw new CrimeAnalyticsError('NO_INCIDENTS', 'There are no incidents in this area and period.');
  return {
    offences,
    supporting: known.filter((offence) => data.asked[offence] === 0),
    origin: Date.parse(selection.period.until),
    horizonDays: settings.horizonDays,
    areaFraction: settings.areaFraction,
    ...studyOf(settings.cells, data),
    ...(settings.patrolExposure && data.patrols !== null && { exposure: data.patrols }),
    timeZone: data.timeZone,
  };
}

/** The cells of the station areas where there are any, else their shape. */
function studyOf(choice: CellChoice, data: AnalysisData): Pick<ForecastQuestion, 'shape' | 'cells'> {
  const { areas, crs } = data;
  if (choice.shape === 'square')
    return areas.length > 0
      ? { cells: new SquareCells(studyGrid(data, choice.metres)) }
      : { shape: { shape: 'square', cellMetres: choice.metres } };
  const { resolution } = choice;
  if (areas.length === 0) return { shape: { shape: 'hexagon', resolution, crs } };
  const inside = hexagonsInside(
    areas.map(({ rings }) => rings),
    resolution,
  );
  return { cells: new HexagonCells(inside, projectionOf(crs)) };
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
