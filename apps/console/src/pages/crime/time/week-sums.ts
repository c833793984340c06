import { useMemo } from 'react';
import { useFormat } from '../../../format/use-format.ts';

/** Incidents by day of the week from Monday, and by hour of the day. */
type Week = readonly (readonly number[])[];

const HOURS = 24;
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

export const byHour = (week: Week): number[] =>
  Array.from({ length: HOURS }, (_, hour) => week.reduce((sum, day) => sum + (day[hour] ?? 0), 0));

export const byDay = (week: Week): number[] => week.map((day) => day.reduce((sum, count) => sum + count, 0));

/** The hour of the week with most incidents, and how many times the mean of all hours it has; null: there is none. */
export function peakOf(week: Week): { day: number; hour: number; count: number; timesMean: number } | null {
  const all = week.flatMap((counts, day) => counts.map((count, hour) => ({ day, hour, count })));
  const sum = all.reduce((total, { count }) => total + count, 0);
  if (sum === 0) return null;
  const peak = all.reduce((most, one) => (one.count > most.count ? one : most));
  return { ...peak, timesMean: (peak.count * all.length) / sum };
}

/** Names of the days from Monday in the language of the page. */
export function useDayNames(): string[] {
  const { locale } = useFormat();
  return useMemo(() => {
    const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    return Array.from({ length: 7 }, (_, day) => name.format(MONDAY + day * DAY_MS));
  }, [locale]);
}
