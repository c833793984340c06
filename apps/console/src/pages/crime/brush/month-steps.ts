import type { IncidentSummary } from '@amaan/contracts/crime/incident';
import type { TimeSteps } from './time-brush.tsx';
import { dayStart, monthAfter, monthStart } from './zone-instant.ts';

/** Far more months than anybody has data of: a wrong year in one row does not make a histogram of a million bars. */
const MOST_MONTHS = 600;

/**
 * The months of what is stored as steps of a histogram, empty ones among them, from the day of the first incident to the
 * end of the day of the last: days of a month of which nothing is stored yet are no days without incidents. Null where
 * nothing is stored.
 */
export function monthSteps({
  months,
  timeZone,
  firstAt,
  lastAt,
}: Pick<IncidentSummary, 'months' | 'timeZone' | 'firstAt' | 'lastAt'>): TimeSteps | null {
  const counted = new Map(months.map(({ month, incidents }) => [month, incidents]));
  const sorted = [...counted.keys()].toSorted();
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const all = [last];
  while (all[0]! > first && all.length < MOST_MONTHS) all.unshift(monthAfter(all[0]!, -1));
  const edges = [...all, monthAfter(last, 1)].map((month) => monthStart(month, timeZone));
  const begin = firstAt === null ? edges[0]! : dayStart(Date.parse(firstAt), timeZone);
  const end = lastAt === null ? edges.at(-1)! : dayStart(Date.parse(lastAt), timeZone, 1);
  // Only within its month: an interval may reach far beyond the month in which it begins.
  if (begin > edges[0]! && begin < edges[1]!) edges[0] = begin;
  if (end > edges.at(-2)! && end < edges.at(-1)!) edges[edges.length - 1] = end;
  return { edges, counts: all.map((month) => counted.get(month) ?? 0) };
}
