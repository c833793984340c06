import { MOST_WATCHLIST_DAYS } from '@amaan/contracts/faces/watchlist';
import type { WatchlistBody } from '../../../api/faces.ts';
import { isShorter } from '../../../components/list-form/is-shorter.ts';
import { utcDay } from '../../../format/days.ts';

const DAY_MS = 24 * 60 * 60_000;

type Field = 'name' | 'purpose' | 'criteria' | 'owner' | 'legalBasis' | 'expiresOn';

/** The last day that a list may end on (UTC), `YYYY-MM-DD`. @param now Unix time in milliseconds */
export function latestExpiry(now: number): string {
  return utcDay(now + MOST_WATCHLIST_DAYS * DAY_MS);
}

/**
 * What is missing or wrong in a watchlist, before it is sent.
 * @param now Unix time in milliseconds
 */
export function watchlistProblems(
  { name, purpose, criteria, owner, legalBasis, expiresOn }: WatchlistBody,
  now: number,
): ReadonlySet<Field> {
  const today = utcDay(now);
  const wrong: Record<Field, boolean> = {
    name: isShorter(name, 3),
    purpose: isShorter(purpose, 10),
    criteria: isShorter(criteria, 10),
    owner: isShorter(owner, 2),
    legalBasis: isShorter(legalBasis, 5),
    expiresOn: expiresOn <= today || expiresOn > latestExpiry(now),
  };
  return new Set((Object.keys(wrong) as Field[]).filter((field) => wrong[field]));
}
