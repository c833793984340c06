import { assessForecast } from '@amaan/crime-analytics/evaluation/assess-forecast';
import type { ForecastScore } from '@amaan/crime-analytics/evaluation/forecast-score';
import { scoreForecast } from '@amaan/crime-analytics/evaluation/score-forecast';
import { forecastPlaces } from '@amaan/crime-analytics/forecast/forecast-places';
import type { CellShape, ForecastQuestion } from '@amaan/crime-analytics/forecast/forecast-question';
import type { IncidentColumns } from '@amaan/crime-analytics/incident-columns';

export interface ForecastBench {
  readonly incidents: IncidentColumns;
  /** Without the offences and the shape of the cells, which are the chunks. */
  readonly heldOut: Omit<ForecastQuestion, 'offences'>;
  readonly rolling: Omit<ForecastQuestion, 'offences'>;
}

/** What is forecast, in which cells; squares of 150 m without a shape. */
export interface ForecastBenchChunk {
  readonly offence: number;
  readonly shape?: CellShape;
}

export interface ForecastBenchPart {
  readonly heldOut: ForecastScore;
  readonly rolling: ForecastScore | null;
  readonly periods: number;
  readonly reason: string;
  /** Of making one forecast with its baselines. */
  readonly milliseconds: number;
}

/** Judges forecasts of one offence in a thread (see `runInThreads`). */
export function prepareWork({
  incidents,
  heldOut,
  rolling,
}: ForecastBench): (chunk: ForecastBenchChunk) => ForecastBenchPart {
  return ({ offence, ...shape }) => {
    const began = performance.now();
    const forecast = forecastPlaces(incidents, { ...heldOut, ...shape, offences: [offence] });
    const milliseconds = performance.now() - began;
    const assessment = assessForecast(incidents, { ...rolling, ...shape, offences: [offence] });
    return {
      heldOut: scoreForecast(forecast, incidents, [offence]),
      rolling: assessment.score,
      periods: assessment.origins.length,
      reason: assessment.offer.reason,
      milliseconds,
    };
  };
}
