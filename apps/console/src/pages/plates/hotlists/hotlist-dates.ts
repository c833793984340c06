import type { Hotlist } from '@amaan/contracts/plates/hotlist';

/** From so many days before, a date is announced. */
const SOON_DAYS = 14;
const DAY_MS = 86_400_000;

/** Days from one day to another, both `YYYY-MM-DD`; negative when it is over. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
}

/** The day of an instant at this place, `YYYY-MM-DD`. */
export function localDay(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

export type DateWarning =
  | { readonly kind: 'expired' | 'review-due' }
  | { readonly kind: 'expires-soon' | 'review-soon'; readonly days: number };

/** What somebody must do about a list's dates, most urgent first. An expired list needs no review any more. */
export function dateWarnings(
  { expiresOn, reviewOn }: Pick<Hotlist, 'expiresOn' | 'reviewOn'>,
  today: string,
): DateWarning[] {
  const expiry = daysUntil(expiresOn, today);
  if (expiry <= 0) return [{ kind: 'expired' }];
  const review = daysUntil(reviewOn, today);
  return [
    ...(review <= 0 ? [{ kind: 'review-due' as const }] : []),
    ...(expiry <= SOON_DAYS ? [{ kind: 'expires-soon' as const, days: expiry }] : []),
    ...(review > 0 && review <= SOON_DAYS ? [{ kind: 'review-soon' as const, days: review }] : []),
  ];
}
