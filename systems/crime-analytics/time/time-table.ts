/** Incidents by hour and weekday of local time. */
export interface TimeTable {
  readonly timeZone: string;
  /** Incidents of each hour of a week; `weekday * 24 + hour`, weekdays from Monday (0) on. They add up to `incidents`. */
  readonly weights: Float64Array;
  readonly incidents: number;
  /** How many of them had an exact time. */
  readonly exact: number;
  /** Incidents that are left out since their interval is longer than was asked for. */
  readonly tooVague: number;
  /** Mean length of the intervals of those that count and are not exact, hours. */
  readonly meanIntervalHours: number;
}
