/** Incidents by day, week or month of local time: what trends, seasons and changes are found in. */
export interface IncidentSeries {
  readonly step: 'day' | 'week' | 'month';
  readonly timeZone: string;
  /** When each step begins, milliseconds since 1970 UTC. */
  readonly starts: Float64Array;
  /** How long each step lasts, days: months differ, and so do days when clocks are changed. */
  readonly days: Float64Array;
  /** Incidents of each step; one whose time is an interval counts in every step with the part that lies in it. */
  readonly counts: Float64Array;
}
