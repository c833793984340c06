import type { PlaceForecast } from '../forecast/place-forecast.ts';
import type { IncidentColumns } from '../incident-columns.ts';
import type { ForecastScore } from './forecast-score.ts';
import { poolTrials } from './pool-trials.ts';
import { scoreTrial } from './score-trial.ts';

/**
 * How one forecast and its baselines did on what happened in its horizon.
 *
 * @param offences The ones that were forecast, indices into `incidents.offences`
 * @param seed Of the bootstrap
 */
export function scoreForecast(
  forecast: PlaceForecast,
  incidents: IncidentColumns,
  offences: readonly number[],
  seed = 1,
): ForecastScore {
  return poolTrials([scoreTrial(forecast, incidents, offences)], seed);
}
