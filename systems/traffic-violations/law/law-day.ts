import { type Instant, instantOf } from '@amaan/contracts/instant';

const DAY_MS = 24 * 60 * 60_000;
/** Pakistan has had no summer time since 2009: UTC+5 all year. */
const PAKISTAN_MS = 5 * 60 * 60_000;

/** The day in Pakistan of an instant, `YYYY-MM-DD`: the law of that day counts. */
export function lawDayOf(at: Instant): string {
  return instantOf(Date.parse(at) + PAKISTAN_MS).slice(0, 10);
}

/** The last moment of the day that is so many days after an instant's day, in Pakistan: until then a deadline is kept. */
export function endOfLawDay(at: Instant, days: number): Instant {
  return instantOf(Date.parse(`${lawDayOf(at)}T00:00:00.000Z`) + (days + 1) * DAY_MS - PAKISTAN_MS - 1);
}
