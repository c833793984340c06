import type { IncidentColumns } from '../incident-columns.ts';
import { LocalOffsets } from './local-offsets.ts';

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
  /** Mean length of the intervals of those that count and are not exact, hours; 0 where all are exact. */
  readonly meanIntervalHours: number;
}

export interface TimeTableSettings {
  /** IANA name: `Asia/Karachi`. */
  readonly timeZone: string;
  /** Incidents whose interval is this long or longer are left out, hours; 168 (a week, in which every hour is the same) without it. */
  readonly vagueHours?: number;
  /** By the number of the incident; all of them without it. */
  readonly isWanted?: (incident: number) => boolean;
}

const HOUR = 3_600_000;
const WEEK_HOURS = 168;

/**
 * The hour × weekday table. An incident whose time is an interval counts in every hour of it with the part that lies in
 * that hour: aoristic weights, so that nobody has to guess. Hours are those of the clocks there, whatever they were set to.
 *
 * Sources: J. H. Ratcliffe and M. J. McCullagh, Aoristic crime analysis, International Journal of Geographical Information
 * Science 12 (1998), 751–764; J. H. Ratcliffe, Aoristic analysis: the spatial interpretation of unspecific temporal events,
 * the same 14 (2000), 669–679.
 * @throws RangeError when there is no time zone of that name
 */
export function timeTable(
  incidents: IncidentColumns,
  { timeZone, vagueHours = WEEK_HOURS, isWanted = () => true }: TimeTableSettings,
): TimeTable {
  const offsets = new LocalOffsets(timeZone);
  const weights = new Float64Array(WEEK_HOURS);
  let [counted, exact, tooVague, spans] = [0, 0, 0, 0];
  for (let n = 0; n < incidents.length; n++) {
    if (!isWanted(n)) continue;
    const [from, until] = [incidents.from[n]!, incidents.until[n]!];
    const span = until - from;
    if (span >= vagueHours * HOUR) {
      tooVague++;
      continue;
    }
    counted++;
    if (!(span > 0)) {
      exact++;
      weights[hourOfWeek(from + offsets.at(from))]! += 1;
      continue;
    }
    spans += span;
    // Clocks are changed on the hour, so an offset holds to the end of the local hour.
    for (let at = from; at < until; ) {
      const local = at + offsets.at(at);
      const next = Math.min(until, at + HOUR - modulo(local, HOUR));
      weights[hourOfWeek(local)]! += (next - at) / span;
      at = next;
    }
  }
  const vague = counted - exact;
  return {
    timeZone,
    weights,
    incidents: counted,
    exact,
    tooVague,
    meanIntervalHours: vague === 0 ? 0 : spans / vague / HOUR,
  };
}

/** The hour of the week, from Monday midnight, of a local time given as if it were UTC. */
function hourOfWeek(local: number): number {
  // 1970 began on a Thursday, 72 hours into a week.
  return modulo(Math.floor(local / HOUR) + 72, WEEK_HOURS);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
