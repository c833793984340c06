import type { IncidentSeries } from './incident-series.ts';
import { LocalOffsets } from './local-offsets.ts';

/** Covariates of the season, a value for each step. */
export interface SeasonColumns {
  readonly columns: readonly Float64Array[];
  readonly yearly: boolean;
  readonly weekly: boolean;
}

const DAY_MS = 86_400_000;
const YEAR_MS = 365.2425 * DAY_MS;
/** A year's season cannot be told from a trend in less than about two years. */
const YEARS_FOR_A_SEASON = 1.9;
const WEEKS_FOR_WEEKDAYS = 4;
const HARMONICS = 2;

/** @param middles The middle of each step, milliseconds since 1970 UTC */
export function seasonColumns(series: IncidentSeries, middles: Float64Array): SeasonColumns {
  const span = series.days.reduce((sum, days) => sum + days, 0) * DAY_MS;
  const yearly = span >= YEARS_FOR_A_SEASON * YEAR_MS;
  const weekly = series.step === 'day' && series.starts.length >= 7 * WEEKS_FOR_WEEKDAYS;
  const columns: Float64Array[] = [];
  if (yearly) {
    for (let harmonic = 1; harmonic <= HARMONICS; harmonic++) {
      const phase = (middle: number) => (2 * Math.PI * harmonic * middle) / YEAR_MS;
      columns.push(
        middles.map((middle) => Math.cos(phase(middle))),
        middles.map((middle) => Math.sin(phase(middle))),
      );
    }
  }
  if (weekly) {
    const offsets = new LocalOffsets(series.timeZone);
    // 1970 began on a Thursday, the fourth day of a week from Monday on.
    const weekdays = middles.map((middle) => (Math.floor((middle + offsets.at(middle)) / DAY_MS) + 3) % 7);
    for (let day = 1; day < 7; day++) columns.push(weekdays.map((weekday) => Number(weekday === day)));
  }
  return { columns, yearly, weekly };
}
