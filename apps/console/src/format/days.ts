const DAY_MS = 86_400_000;

/** Days from one day to another, both `YYYY-MM-DD`; negative when it is over. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
}

/** The day of an instant at this place, `YYYY-MM-DD`. */
export function localDay(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The day of a moment in UTC, `YYYY-MM-DD`. @param at Unix time in milliseconds */
export function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
