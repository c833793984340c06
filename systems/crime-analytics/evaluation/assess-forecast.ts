import { forecastPlaces } from '../forecast/forecast-places.ts';
import type { ForecastQuestion } from '../forecast/forecast-question.ts';
import { trialPeriods } from '../forecast/trial-origins.ts';
import type { IncidentColumns } from '../incident-columns.ts';
import { decideOffer } from './decide-offer.ts';
import type { ForecastAssessment } from './forecast-assessment.ts';
import { poolTrials } from './pool-trials.ts';
import { scoreTrial, type TrialScore } from './score-trial.ts';

/** Trials that an assessment makes at the most. */
const MOST_TRIALS = 12;
/** Part of the history that the earliest trial learns from. */
const LEARNING = 0.4;
const DAY = 86_400_000;

/**
 * The origins of an assessment, the latest first; each is the question asked again at an earlier moment, over the same
 * horizon and without overlap. Each is a chunk for a thread.
 */
export function assessmentOrigins(incidents: IncidentColumns, question: ForecastQuestion): readonly number[] {
  const asked = new Set(question.offences);
  let begin = Infinity;
  for (let at = 0; at < incidents.length; at += 1)
    if (asked.has(incidents.offence[at]!)) begin = Math.min(begin, incidents.from[at]!);
  const rest = (question.origin - begin) * (1 - LEARNING);
  // A shorter horizon than the one that was asked for would judge another forecast.
  if (!(rest >= question.horizonDays * DAY)) return [];
  const horizon = question.horizonDays * DAY;
  if (rest < 2 * horizon) return [question.origin - horizon];
  return trialPeriods(begin, question.origin, question.horizonDays, {
    most: MOST_TRIALS,
    learning: LEARNING,
  }).origins;
}

/** One trial of an assessment; `null` where nothing of the offence was known yet. */
export function assessAt(
  incidents: IncidentColumns,
  question: ForecastQuestion,
  origin: number,
): TrialScore | null {
  const { offences } = question;
  const asked = new Set(offences);
  let known = false;
  for (let at = 0; at < incidents.length && !known; at += 1)
    known = asked.has(incidents.offence[at]!) && incidents.until[at]! < origin;
  if (!known) return null;
  return scoreTrial(forecastPlaces(incidents, { ...question, origin }), incidents, offences);
}

/** What all trials say together, and whether the forecast is offered for it. */
export function concludeAssessment(
  question: ForecastQuestion,
  trials: readonly (TrialScore | null)[],
  seed = 1,
): ForecastAssessment {
  const made = trials.filter((trial) => trial !== null);
  const score = made.length > 0 ? poolTrials(made, seed) : null;
  return {
    origins: made.map(({ origin }) => origin),
    horizonDays: question.horizonDays,
    score,
    offer: decideOffer(score),
  };
}

/**
 * Judges a forecast by rolling origins: the same method from earlier moments, each time with what was known then. In one
 * loop; split it with `assessmentOrigins`, `assessAt` and `concludeAssessment` to do it in threads.
 */
export function assessForecast(
  incidents: IncidentColumns,
  question: ForecastQuestion,
  report?: (done: number, total: number) => void,
): ForecastAssessment {
  const origins = assessmentOrigins(incidents, question);
  const trials = origins.map((origin, n) => {
    const trial = assessAt(incidents, question, origin);
    report?.(n + 1, origins.length);
    return trial;
  });
  return concludeAssessment(question, trials);
}
