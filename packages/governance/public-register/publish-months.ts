import { type PublicCount, type PublicMonth, SMALLEST_COUNT } from '@amaan/contracts/public-register';

/** What one system reported in a month, and what people decided by the month's closing. */
export interface MonthCounts {
  /** `2026-10`, UTC. */
  readonly month: string;
  readonly alerts: number;
  readonly confirmed: number;
  readonly rejected: number;
}

/** People get this long after a month's end to decide; after that its figures never change. */
export const CLOSING_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
const MONTHS = 12;

/** The first instant that is not in the month any more, UTC. */
export function monthEnd(month: string): Date {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1));
}

/** When the figures of a month are final. */
export function closingOf(month: string): Date {
  return new Date(monthEnd(month).getTime() + CLOSING_DAYS * DAY_MS);
}

/**
 * The last twelve months whose figures are final, oldest first. A month that is not closed is not published
 * at all: two readings of it, an hour apart, would give away single decisions.
 */
export function closedMonths(now: Date): string[] {
  const months: string[] = [];
  for (let back = 1; months.length < MONTHS; back++) {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
    const month = first.toISOString().slice(0, 7);
    if (closingOf(month) <= now) months.unshift(month);
  }
  return months;
}

/**
 * What may be published of a month. All its parts are shown or none of them: a lone small count could be had
 * by taking the others from the total. No totals over months are published for the same reason.
 */
export function publishMonth({ month, alerts, confirmed, rejected }: MonthCounts): PublicMonth {
  const undecided = alerts - confirmed - rejected;
  const parts = [confirmed, rejected, undecided];
  if (parts.some(isSmall)) {
    return { state: 'withheld', month, alerts: isSmall(alerts) ? null : alerts };
  }
  return { state: 'published', month, alerts, confirmed, rejected, undecided };
}

/** What may be published of a lone count. */
export function publishCount(month: string, count: number): PublicCount {
  return isSmall(count) ? { state: 'withheld', month } : { state: 'published', month, count };
}

/** None is no small number: it is about nobody. */
function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_COUNT;
}
