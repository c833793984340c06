import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** A watchlist ends after so many days unless it is renewed before. */
export const MOST_WATCHLIST_DAYS = 90;

/** `YYYY-MM-DD` */
const Day = z.iso.date();

export const WatchlistInput = z.object({
  name: z.string().trim().min(3).max(80),
  /** What people are on it for. */
  purpose: z.string().trim().min(10).max(1000),
  /** Who is put on it, and who never is. */
  criteria: z.string().trim().min(10).max(2000),
  /** Who answers for it: an office or a person. */
  owner: z.string().trim().min(2).max(120),
  legalBasis: z.string().trim().min(5).max(500),
  /** From that day on (UTC) it is not searched; it is then destroyed. */
  expiresOn: Day,
});
export type WatchlistInput = z.infer<typeof WatchlistInput>;

/** A new list. `siteId` left out or null: it serves every site. */
export const NewWatchlist = WatchlistInput.extend({ siteId: Identifier.nullable().default(null) });
export type NewWatchlist = z.infer<typeof NewWatchlist>;

/** `unreviewed`: changed since somebody confirmed it, or confirmed too long ago. A destroyed list is not there. */
export const WATCHLIST_STATES = ['unreviewed', 'ready', 'expired'] as const;
export type WatchlistState = (typeof WATCHLIST_STATES)[number];

export const Watchlist = z.object({
  ...WatchlistInput.shape,
  id: Identifier,
  siteId: Identifier.nullable(),
  /** Grows with every change of the list, its entries and their pictures. */
  revision: z.int().positive(),
  state: z.enum(WATCHLIST_STATES),
  entries: z.int().nonnegative(),
  /** Entries that wait for a second person. */
  waiting: z.int().nonnegative(),
  pictures: z.int().nonnegative(),
  /** What enrolment found and nobody has decided yet. */
  openFindings: z.int().nonnegative(),
  createdAt: Instant,
  createdBy: z.string(),
  changedAt: Instant,
  reviewedAt: Instant.nullable(),
  reviewedBy: z.string().nullable(),
});
export type Watchlist = z.infer<typeof Watchlist>;

/** Somebody has looked through the list as it is now, and says so. */
export const WatchlistReview = z.object({
  /** The revision that was looked at, so that nobody confirms what they have not seen. */
  seen: z.int().positive(),
  statement: z.string().trim().min(10).max(1000),
});
export type WatchlistReview = z.infer<typeof WatchlistReview>;

export const WatchlistDestruction = z.object({ reason: z.string().trim().min(3).max(1000) });
export type WatchlistDestruction = z.infer<typeof WatchlistDestruction>;
