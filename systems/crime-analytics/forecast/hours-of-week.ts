import type { IncidentColumns } from '../incident-columns.ts';
import { LocalOffsets } from '../time/local-offsets.ts';
import { timeTable } from '../time/time-table.ts';

const HOUR = 3_600_000;
const DAY_HOURS = 24;
const WEEK_HOURS = 168;

/**
 * The share of a week's incidents in each hour from Monday midnight, local time. A cell of the table that few incidents
 * fill is drawn towards what its hour and its weekday say on their own, by the weight of one incident for every hour.
 *
 * @param isKnown Which incidents count, by number
 * @returns 168 shares that sum to 1
 * @throws RangeError when there is no time zone of that name
 */
export function hoursOfWeek(
  incidents: IncidentColumns,
  timeZone: string,
  isKnown: (incident: number) => boolean,
): Float64Array {
  // A date without a time lasts a day and says nothing about the hour, so every hour of it would seem alike.
  const table = timeTable(incidents, { timeZone, vagueHours: DAY_HOURS - 1, isWanted: isKnown });
  const byHour = new Float64Array(DAY_HOURS).fill(1);
  const byDay = new Float64Array(WEEK_HOURS / DAY_HOURS).fill(1);
  for (let hour = 0; hour < WEEK_HOURS; hour += 1) {
    byHour[hour % DAY_HOURS]! += table.weights[hour]!;
    byDay[Math.floor(hour / DAY_HOURS)]! += table.weights[hour]!;
  }
  const [hours, days] = [table.incidents + DAY_HOURS, table.incidents + byDay.length];
  return Float64Array.from({ length: WEEK_HOURS }, (_, hour) => {
    const alone = (byHour[hour % DAY_HOURS]! / hours) * (byDay[Math.floor(hour / DAY_HOURS)]! / days);
    return (table.weights[hour]! + WEEK_HOURS * alone) / (table.incidents + WEEK_HOURS);
  });
}

/**
 * By how much a horizon differs from as many days of an average week: a Saturday may have more than a seventh of it. 1 for
 * whole weeks.
 */
export function horizonFactor(
  shares: Float64Array,
  timeZone: string,
  origin: number,
  horizonDays: number,
): number {
  const offsets = new LocalOffsets(timeZone);
  const hours = Math.max(1, Math.round(horizonDays * DAY_HOURS));
  let sum = 0;
  for (let hour = 0; hour < hours; hour += 1) {
    const at = origin + (hour + 0.5) * HOUR;
    // 1970 began on a Thursday, 72 hours into a week.
    const local = Math.floor((at + offsets.at(at)) / HOUR) + 72;
    sum += shares[((local % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS]!;
  }
  return (sum * WEEK_HOURS) / hours;
}
