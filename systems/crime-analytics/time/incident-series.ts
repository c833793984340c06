import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import type { IncidentColumns } from '../incident-columns.ts';
import { LocalOffsets } from './local-offsets.ts';

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

export interface SeriesSettings {
  readonly step: 'day' | 'week' | 'month';
  readonly timeZone: string;
  /** The period, milliseconds since 1970 UTC: only steps that lie wholly in it are made. */
  readonly from: number;
  readonly until: number;
  /** By the number of the incident; all of them without it. */
  readonly isWanted?: (incident: number) => boolean;
}

const DAY = 86_400_000;
const MOST_STEPS = 100_000;

/**
 * Counts incidents by local days, by weeks from Monday or by months.
 * @throws CrimeAnalyticsError `SERIES_TOO_SHORT` when no step lies in the period, `SERIES_TOO_LONG`
 * @throws RangeError when there is no time zone of that name
 */
export function incidentSeries(incidents: IncidentColumns, settings: SeriesSettings): IncidentSeries {
  const { step, timeZone, isWanted = () => true } = settings;
  const edges = stepEdges(settings);
  const steps = edges.length - 1;
  if (steps < 1) {
    throw new CrimeAnalyticsError(
      'SERIES_TOO_SHORT',
      `No whole ${step} lies in the period; choose a longer one.`,
    );
  }
  const counts = new Float64Array(steps);
  for (let n = 0; n < incidents.length; n++) {
    if (!isWanted(n)) continue;
    const [from, until] = [incidents.from[n]!, incidents.until[n]!];
    let at = stepAt(edges, from);
    if (!(until > from)) {
      if (at >= 0 && at < steps) counts[at]! += 1;
      continue;
    }
    for (at = Math.max(0, at); at < steps && edges[at]! < until; at++) {
      const within = Math.min(until, edges[at + 1]!) - Math.max(from, edges[at]!);
      if (within > 0) counts[at]! += within / (until - from);
    }
  }
  return {
    step,
    timeZone,
    starts: edges.slice(0, steps),
    days: edges.slice(1).map((end, n) => (end - edges[n]!) / DAY),
    counts,
  };
}

/** When steps begin and the last one ends, within the period. */
function stepEdges({ step, timeZone, from, until }: SeriesSettings): Float64Array {
  const offsets = new LocalOffsets(timeZone);
  const local = new Date(Math.floor((from + offsets.at(from)) / DAY) * DAY);
  if (step === 'week') local.setUTCDate(local.getUTCDate() - ((local.getUTCDay() + 6) % 7));
  if (step === 'month') local.setUTCDate(1);
  const edges: number[] = [];
  for (;;) {
    const edge = offsets.instantOf(local.getTime());
    if (!(edge <= until)) return Float64Array.from(edges);
    if (edge >= from) edges.push(edge);
    if (edges.length > MOST_STEPS) {
      throw new CrimeAnalyticsError(
        'SERIES_TOO_LONG',
        `The period has more than ${MOST_STEPS} steps; choose longer steps.`,
      );
    }
    if (step === 'month') local.setUTCMonth(local.getUTCMonth() + 1);
    else local.setUTCDate(local.getUTCDate() + (step === 'week' ? 7 : 1));
  }
}

/** The last step that begins at or before an instant; −1 before the first. */
function stepAt(edges: Float64Array, instant: number): number {
  let [low, high] = [-1, edges.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}
