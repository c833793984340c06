import { runInThreads } from '@amaan/compute/run-in-threads';
import { AmaanError } from '@amaan/contracts/problem';
import { ZoneClock } from '@amaan/contracts/tables/zone-clock';
import { assessmentOrigins, concludeAssessment } from '@amaan/crime-analytics/evaluation/assess-forecast';
import type { ForecastAssessment } from '@amaan/crime-analytics/evaluation/forecast-assessment';
import type { ForecastScore, Interval, SurfaceScore } from '@amaan/crime-analytics/evaluation/forecast-score';
import { scoreForecast } from '@amaan/crime-analytics/evaluation/score-forecast';
import type { TrialScore } from '@amaan/crime-analytics/evaluation/score-trial';
import { forecastPlaces } from '@amaan/crime-analytics/forecast/forecast-places';
import type { CellShape, ForecastQuestion } from '@amaan/crime-analytics/forecast/forecast-question';
import type { PlaceForecast } from '@amaan/crime-analytics/forecast/place-forecast';
import { classifyOffence } from '@amaan/crime-analytics/import/classify-offence';
import type { ForecastTrials } from './forecast-trial-work.ts';
import { type IncidentFile, type IncidentFileOptions, readIncidents } from './read-incidents.ts';
import { reportRejected } from './report-rejected.ts';

const TRIALS = new URL('./forecast-trial-work.ts', import.meta.url);

export interface ForecastFileOptions extends IncidentFileOptions {
  /** A day, which begins at local midnight and is the first that is forecast, or an instant. */
  readonly trainUntil: string;
  readonly horizonDays: number;
  readonly areaFraction: number;
  /** Side of square cells, metres, or the resolution of hexagons instead. */
  readonly cell: number;
  readonly hexagons?: number | undefined;
  readonly seed: number;
  /** Whether the cells that were chosen are told, too. */
  readonly cells?: boolean | undefined;
}

/** The line of `amaan crime forecast --json`. */
export interface ForecastLine {
  /** On what happened after `--train-until`; `null` where the file has nothing of it. */
  readonly pai: number | null;
  readonly pei: number | null;
  readonly hitRate: number | null;
  /** 95 % bootstrap interval of `pai`. */
  readonly interval: Interval | null;
  /** The one of the baselines that did best on these very incidents. */
  readonly baseline: BaselineView | null;
  /** Hits of the model over hits of that baseline, with the interval of a paired bootstrap. */
  readonly ratio: number | null;
  readonly ratioInterval: Interval | null;
  readonly beatsBaseline: boolean;
  readonly baselines: readonly BaselineView[];
  /** Whether it may be used to plan patrols, which trials before `--train-until` decide. */
  readonly offered: boolean;
  readonly reason: string;
  readonly trials: {
    readonly periods: number;
    readonly incidents: number;
    readonly pai: number | null;
    readonly pei: number | null;
    readonly baselines: readonly BaselineView[];
  };
  readonly calibration: SurfaceScore['calibration'] | null;
  readonly incidents: {
    /** Before the day, on which the forecast was made, and of other offences that helped. */
    readonly train: number;
    readonly supporting: number;
    readonly test: number;
    /** Of the tested ones: outside of the study area, so that every surface missed them. */
    readonly outside: number;
    readonly rejectedLines: number;
  };
  readonly area: {
    /** Side of a square as large as a cell. */
    readonly cellMetres: number;
    /** Resolution of H3 where cells are hexagons. */
    readonly hexagons: number | null;
    readonly cells: number;
    readonly squareKilometres: number;
    readonly fraction: number;
  };
  readonly trainUntil: string;
  readonly horizonDays: number;
  readonly model: PlaceForecast['model']['settings'];
  readonly cells?: readonly ForecastCell[];
}

export interface BaselineView {
  readonly name: string;
  readonly pai: number;
  readonly pei: number;
  readonly hitRate: number;
  readonly interval: Interval;
  /** Hits of the model over hits of this baseline. */
  readonly ratio: number | null;
  readonly ratioInterval: Interval | null;
}

export interface ForecastCell {
  /** Address of H3, or side, column and row of a square. */
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly expected: number;
  /** 1, or the part of equal cells that fits in. */
  readonly chosen: number;
}

/**
 * Forecasts from what a file tells before a day and judges it by what the file tells after it, beside the baselines.
 * Lines that cannot be used and what an offence is known for are told on stderr.
 *
 * @throws AmaanError `DATE_INVALID`, `OFFENCE_UNKNOWN`, and what `readIncidents` and `forecastPlaces` throw
 */
export async function forecastFile(file: string, options: ForecastFileOptions): Promise<ForecastLine> {
  const timeZone = options.timeZone ?? 'UTC';
  const { offence: wanted, ...reading } = options;
  const read = await readIncidents(file, { ...reading, offenceAmong: wanted, timeZone });
  reportRejected(read.rejected);
  const { incidents } = read;
  const offences = offencesAsked(read, wanted);
  const question: ForecastQuestion = {
    offences,
    supporting: supportingOf(incidents.offences, offences),
    origin: instantOfDay(options.trainUntil, timeZone),
    horizonDays: options.horizonDays,
    areaFraction: options.areaFraction,
    shape: shapeOf(read, options),
    timeZone,
  };
  const forecast = forecastPlaces(incidents, question);
  const score = scoreForecast(forecast, incidents, offences, options.seed);
  const assessment = await assess({ incidents, question }, options.seed);
  return lineOf(read, forecast, score, assessment, options);
}

/** @throws AmaanError `PLANE_UNKNOWN` for hexagons where nothing says where on the globe the file's metres are */
function shapeOf({ projection }: IncidentFile, { cell, hexagons }: ForecastFileOptions): CellShape {
  if (hexagons === undefined) return { shape: 'square', cellMetres: cell };
  if (projection === null)
    throw new AmaanError(
      'PLANE_UNKNOWN',
      'Hexagons lie on the globe, and nothing says where on it these metres are; name their system with --crs.',
    );
  return { shape: 'hexagon', resolution: hexagons, crs: projection.code };
}

/** Trials at earlier moments, in threads. */
async function assess(shared: ForecastTrials, seed: number): Promise<ForecastAssessment> {
  const trials = await runInThreads<ForecastTrials, number, TrialScore | null>({
    module: TRIALS,
    shared,
    chunks: assessmentOrigins(shared.incidents, shared.question),
  });
  return concludeAssessment(shared.question, trials, seed);
}

function lineOf(
  { rejected, projection }: IncidentFile,
  forecast: PlaceForecast,
  score: ForecastScore,
  { score: tried, offer, origins }: ForecastAssessment,
  options: ForecastFileOptions,
): ForecastLine {
  const { cells, model, chosen } = forecast;
  const isTested = score.incidents > 0;
  const baselines = isTested ? baselineViews(score) : [];
  const strongest = baselines.find(({ name }) => name === score.strongest.name) ?? null;
  return {
    pai: isTested ? score.model.pai : null,
    pei: isTested ? score.model.pei : null,
    hitRate: isTested ? score.model.hitRate : null,
    interval: isTested ? score.model.paiInterval : null,
    baseline: strongest,
    ratio: strongest?.ratio ?? null,
    ratioInterval: strongest?.ratioInterval ?? null,
    beatsBaseline: (strongest?.ratioInterval?.[0] ?? 0) > 1,
    baselines,
    offered: offer.offered,
    reason: offer.reason,
    trials: {
      periods: origins.length,
      incidents: tried?.incidents ?? 0,
      pai: tried?.model.pai ?? null,
      pei: tried?.model.pei ?? null,
      baselines: tried ? baselineViews(tried) : [],
    },
    calibration: isTested ? score.model.calibration : null,
    incidents: {
      train: forecast.incidents,
      supporting: forecast.supportingIncidents,
      test: score.incidents,
      outside: score.outside,
      rejectedLines: rejected.length,
    },
    area: {
      cellMetres: cells.sideMetres,
      hexagons: options.hexagons ?? null,
      cells: cells.studied.length,
      squareKilometres: (cells.studied.length * cells.sideMetres ** 2) / 1e6,
      fraction: forecast.areaFraction,
    },
    trainUntil: new Date(forecast.origin).toISOString(),
    horizonDays: forecast.horizonDays,
    model: model.settings,
    ...(options.cells === true && {
      cells: [...chosen.keys()]
        .filter((cell) => chosen[cell]! > 0)
        .sort((one, other) => model.expected[other]! - model.expected[one]!)
        .map((cell) => {
          const { x, y } = cells.centre(cell);
          const [longitude, latitude] = projection?.inverse(x, y) ?? [null, null];
          return {
            name: cells.name(cell),
            x,
            y,
            longitude,
            latitude,
            expected: model.expected[cell]!,
            chosen: chosen[cell]!,
          };
        }),
    }),
  };
}

function baselineViews(score: ForecastScore): BaselineView[] {
  return score.baselines.map(({ name, pai, pei, hitRate, paiInterval }) => {
    const { ratio, interval } = score.ratios.find(({ baseline }) => baseline === name)!;
    return { name, pai, pei, hitRate, interval: paiInterval, ratio, ratioInterval: interval };
  });
}

/** Numbers of the offences that are forecast: the one that was asked for, else all that do not depend on patrols. */
function offencesAsked({ incidents, mapping }: IncidentFile, wanted: string | undefined): number[] {
  const names = incidents.offences;
  if (wanted === undefined) {
    const all = [...names.keys()];
    const ordinary = all.filter((n) => !classifyOffence(names[n]!).officerInitiated);
    for (const n of all)
      if (!ordinary.includes(n) && ordinary.length > 0)
        warn(
          `"${names[n]}" depends on where patrols are and is left out; name it with --offence to keep it.`,
        );
    return ordinary.length > 0 ? ordinary : all;
  }
  const found = names.findIndex((name) => name.toLowerCase() === wanted.trim().toLowerCase());
  if (found < 0)
    throw new AmaanError(
      'OFFENCE_UNKNOWN',
      mapping.offence !== null && 'constant' in mapping.offence
        ? 'Which column names the offence is not clear; name it with --offence-column.'
        : `No incident of the file is of the offence "${wanted}"; it has: ${names.slice(0, 20).join(', ')}.`,
    );
  if (classifyOffence(names[found]!).officerInitiated)
    warn(
      `"${names[found]}" is recorded where patrols are, so a forecast of it sends them where they have been.`,
    );
  return [found];
}

/** Other offences may help; those that depend on where patrols are may not. */
function supportingOf(names: readonly string[], offences: readonly number[]): number[] {
  return [...names.keys()].filter(
    (n) => !offences.includes(n) && !classifyOffence(names[n]!).officerInitiated,
  );
}

/** @throws AmaanError `DATE_INVALID` */
function instantOfDay(text: string, timeZone: string): number {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const local = day === null ? Number.NaN : Date.parse(`${day[0]}T00:00:00Z`);
  // Date.parse takes 30 February for 2 March.
  if (day !== null && new Date(local || 0).toISOString().startsWith(day[0]))
    return new ZoneClock(timeZone).instantOf(local).from;
  const instant = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(instant)) return instant;
  throw new AmaanError(
    'DATE_INVALID',
    `"${text}" is no day; write one as 2025-10-01, or an instant as 2025-10-01T00:00:00Z.`,
  );
}

function warn(sentence: string): void {
  process.stderr.write(`amaan: ${sentence}\n`);
}
