import { MOST_WATCHLIST_DAYS } from '@amaan/contracts/faces/watchlist';
import type { WatchlistBody } from '../../../api/faces.ts';

const DAY_MS = 24 * 60 * 60_000;

type Field = 'name' | 'purpose' | 'criteria' | 'owner' | 'legalBasis' | 'expiresOn';

/** The last day that a list may end on (UTC), `YYYY-MM-DD`. @param now Unix time in milliseconds */
export function latestExpiry(now: number): string {
  return new Date(now + MOST_WATCHLIST_DAYS * DAY_MS).toISOString().slice(0, 10);
}

/**
 * What is missing or wrong in a watchlist, before it is sent.
 * @param now Unix time in milliseconds
 */
export function watchlistProblems(
  { name, purpose, criteria, owner, legalBasis, expiresOn }: WatchlistBody,
  now: number,
): ReadonlySet<Field> {
  const shorter = (text: string, least: number) => text.trim().length < least;
  const today = new Date(now).toISOString().slice(0, 10);
  const wrong: Record<Field, boolean> = {
    name: shorter(name, 3),
    purpose: shorter(purpose, 10),
    criteria: shorter(criteria, 10),
    owner: shorter(owner, 2),
    legalBasis: shorter(legalBasis, 5),
    expiresOn: expiresOn <= today || expiresOn > latestExpiry(now),
  };
  return new Set((Object.keys(wrong) as Field[]).filter((field) => wrong[field]));
}
