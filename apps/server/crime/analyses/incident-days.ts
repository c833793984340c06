import { ZoneClock } from '@amaan/crime-analytics/import/zone-clock';
import type { IncidentColumns } from '@amaan/crime-analytics/incident-columns';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Incidents of which the day is known, as far as a method needs it. */
export interface DatedIncidents {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Days since 1970-01-01, local time. */
  readonly day: Int32Array;
  /** How many are left out, since their time is known no better than this. */
  readonly vague: number;
}

/** Milliseconds by which a zone's clocks are ahead of UTC at a moment; looked up once an hour, since Intl is slow. */
export function clockAhead(timeZone: string): (unixMs: number) => number {
  const clock = new ZoneClock(timeZone);
  const known = new Map<number, number>();
  return (unixMs) => {
    const hour = Math.floor(unixMs / HOUR_MS);
    let ahead = known.get(hour);
    if (ahead === undefined) {
      ahead = clock.offsetAt(hour * HOUR_MS);
      known.set(hour, ahead);
    }
    return ahead;
  };
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
  const ahead = clockAhead(timeZone);
  const kept: number[] = [];
  for (let at = 0; at < length; at += 1) if (until[at]! - from[at]! <= mostDays * DAY_MS) kept.push(at);
  return {
    x: Float64Array.from(kept, (at) => x[at]!),
    y: Float64Array.from(kept, (at) => y[at]!),
    day: Int32Array.from(kept, (at) => {
      const middle = (from[at]! + until[at]!) / 2;
      return Math.floor((middle + ahead(middle)) / DAY_MS);
    }),
    vague: length - kept.length,
  };
}
