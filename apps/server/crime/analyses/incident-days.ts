import type { IncidentColumns } from '@amaan/crime-analytics/incident-columns';
import { LocalOffsets } from '@amaan/crime-analytics/time/local-offsets';

const DAY_MS = 86_400_000;

/** Incidents of which the day is known, as far as a method needs it. */
export interface DatedIncidents {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Days since 1970-01-01, local time. */
  readonly day: Int32Array;
  /** How many are left out, since their time is known no better than this. */
  readonly vague: number;
}

/**
 * The local day of each incident: that of the middle of its interval. Those whose interval is longer than some days are left
 * out.
 */
export function incidentDays(
  { length, x, y, from, until }: IncidentColumns,
  timeZone: string,
  mostDays: number,
): DatedIncidents {
  const ahead = new LocalOffsets(timeZone);
  const kept: number[] = [];
  for (let at = 0; at < length; at += 1) if (until[at]! - from[at]! <= mostDays * DAY_MS) kept.push(at);
  return {
    x: Float64Array.from(kept, (at) => x[at]!),
    y: Float64Array.from(kept, (at) => y[at]!),
    day: Int32Array.from(kept, (at) => {
      const middle = (from[at]! + until[at]!) / 2;
      return Math.floor((middle + ahead.at(middle)) / DAY_MS);
    }),
    vague: length - kept.length,
  };
}
