/** A moment at which the level of a series changed. */
export interface ChangePoint {
  /** Index of the first step of the new level. */
  readonly at: number;
  /** Incidents a step (a day, where exposures are days) before and after it, up to the next changes. */
  readonly before: number;
  readonly after: number;
  /** Twice the gain in log-likelihood over one level from the change before to the change after it. */
  readonly statistic: number;
  /** Part of shufflings of those steps whose best change gains as much. */
  readonly p: number;
}
