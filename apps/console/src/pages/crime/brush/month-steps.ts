import type { IncidentSummary } from '@amaan/contracts/crime/incident';
import type { TimeSteps } from './time-brush.tsx';
import { monthAfter, monthStart } from './zone-instant.ts';

/** Far more months than anybody has data of: a wrong year in one row does not make a histogram of a million bars. */
const MOST_MONTHS = 600;

/** The months of what is stored as steps of a histogram, empty ones among them; null where nothing is stored. */
export function monthSteps({
  months,
  timeZone,
}: Pick<IncidentSummary, 'months' | 'timeZone'>): TimeSteps | null {
  const counted = new Map(months.map(({ month, incidents }) => [month, incidents]));
  const sorted = [...counted.keys()].toSorted();
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const all = [last];
  while (all[0]! > first && all.length < MOST_MONTHS) all.unshift(monthAfter(all[0]!, -1));
  return {
    edges: [...all, monthAfter(last, 1)].map((month) => monthStart(month, timeZone)),
    counts: all.map((month) => counted.get(month) ?? 0),
  };
}
