import type { ServiceTargets } from '@amaan/contracts/performance';
import { ZoneClock } from '@amaan/contracts/tables/zone-clock';
import { localDay, serviceSlots } from '../service-slots.ts';

/** A week with when its report is due, in milliseconds since 1970. */
export interface ReportWeek {
  readonly from: number;
  readonly to: number;
  readonly dueAt: number;
}

const DAY_MS = 24 * 60 * 60_000;

/** Weeks that end in a period, oldest first. @param from milliseconds since 1970 */
export function reportWeeks(
  from: number,
  to: number,
  settings: Pick<ServiceTargets, 'timeZone' | 'shifts' | 'weeklyReport'>,
): ReportWeek[] {
  const { timeZone, weeklyReport } = settings;
  const clock = new ZoneClock(timeZone);
  return serviceSlots(from - 7 * DAY_MS, to, 'week', settings).map((week) => {
    const monday = localDay(week.to, timeZone);
    const due = monday + (weeklyReport.weekday - 1) * DAY_MS + weeklyReport.hour * 60 * 60_000;
    return { from: week.from, to: week.to, dueAt: clock.instantOf(due).from };
  });
}
