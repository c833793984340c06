import { assessAt } from '@amaan/crime-analytics/evaluation/assess-forecast';
import type { TrialScore } from '@amaan/crime-analytics/evaluation/score-trial';
import type { ForecastQuestion } from '@amaan/crime-analytics/forecast/forecast-question';
import type { IncidentColumns } from '@amaan/crime-analytics/incident-columns';

export interface ForecastTrials {
  readonly incidents: IncidentColumns;
  readonly question: ForecastQuestion;
}

/** Makes the trials of an assessment in a thread; a chunk is an origin (see `runInThreads`). */
export function prepareWork({ incidents, question }: ForecastTrials): (origin: number) => TrialScore | null {
  return (origin) => assessAt(incidents, question, origin);
}
