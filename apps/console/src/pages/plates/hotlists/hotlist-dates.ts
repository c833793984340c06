import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import { daysUntil } from '../../../format/days.ts';

/** From so many days before, a date is announced. */
const SOON_DAYS = 14;

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
