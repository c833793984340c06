/**
 * Reported incidents as columns: the form in which every method of this system takes them. Nothing in it is, or leads
 * to, a person.
 */
export interface IncidentColumns {
  readonly length: number;
  /** Metres east and north in one plane (a UTM zone). */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Milliseconds since 1970 UTC between which it happened; both equal when the time is known. */
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** Index into `offences`. */
  readonly offence: Uint16Array;
  readonly offences: readonly string[];
}
