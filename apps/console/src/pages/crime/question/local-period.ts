import type { AnalysisPeriod } from '@amaan/contracts/crime/analysis-question';
import { localDay } from '../../../format/days.ts';

/** Days as date inputs hold them, the last one included. */
export interface LocalDays {
  readonly from: string;
  readonly until: string;
}

/** The local days that a period touches. */
export function daysOfPeriod({ from, until }: AnalysisPeriod): LocalDays {
  return { from: localDay(new Date(from)), until: localDay(new Date(Date.parse(until) - 1)) };
}

/** From the beginning of the first day to the end of the last one; null where one is missing or they are out of order. */
export function periodOfDays({ from, until }: LocalDays): AnalysisPeriod | null {
  const start = new Date(`${from}T00:00`);
  const end = new Date(`${until}T00:00`);
  // By the calendar, not by hours: a day of a change of clocks has 23 or 25.
  end.setDate(end.getDate() + 1);
  if (!(start.getTime() < end.getTime())) return null;
  return { from: start.toISOString(), until: end.toISOString() };
}
