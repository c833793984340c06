import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** `YYYY-MM-DD` */
const Day = z.iso.date();

/** The largest picture file that is taken for enrolment. */
export const LARGEST_FACE_PICTURE_BYTES = 15 * 1024 * 1024;
/** The largest picture by its pixels: a few kilobytes can claim to be gigapixels. */
export const MOST_FACE_PICTURE_PIXELS = 40_000_000;

export const WatchlistEntryInput = z.object({
  /** A name, or the number under which the person is known. */
  reference: z.string().trim().min(2).max(120),
  note: z.string().trim().max(500).default(''),
  /** A child: a second person decides before anything of the entry is searched. */
  child: z.boolean(),
  missing: z.boolean(),
});
export type WatchlistEntryInput = z.infer<typeof WatchlistEntryInput>;

export const WATCHLIST_ENTRY_STATES = ['waiting', 'active', 'refused', 'removed'] as const;
export type WatchlistEntryState = (typeof WATCHLIST_ENTRY_STATES)[number];

export const WatchlistEntry = z.object({
  ...WatchlistEntryInput.shape,
  id: Identifier,
  watchlistId: Identifier,
  state: z.enum(WATCHLIST_ENTRY_STATES),
  pictures: z.int().nonnegative(),
  addedAt: Instant,
  addedBy: z.string(),
  decidedBy: z.string().nullable(),
});
export type WatchlistEntry = z.infer<typeof WatchlistEntry>;

export const WatchlistEntryQuery = z.object({
  state: z.enum(['waiting', 'active']).optional(),
  /** The last entry of the page before. */
  after: Identifier.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type WatchlistEntryQuery = z.infer<typeof WatchlistEntryQuery>;

export const WatchlistEntryDecision = z.object({
  decision: z.enum(['approved', 'refused']),
  note: z.string().trim().max(500).default(''),
});
export type WatchlistEntryDecision = z.infer<typeof WatchlistEntryDecision>;

/** Where a picture is from and why it may be used: stated for every one. */
export const WatchlistPictureDetails = z.object({
  source: z.string().trim().min(3).max(300),
  /** Why it is lawful to use this picture for this. */
  lawfulness: z.string().trim().min(10).max(1000),
  takenOn: Day,
});
export type WatchlistPictureDetails = z.infer<typeof WatchlistPictureDetails>;

export const NewWatchlistPicture = WatchlistPictureDetails.extend({
  /** The file (JPEG, PNG or WebP), in base64. */
  picture: z
    .string()
    .min(1)
    .max(Math.ceil(LARGEST_FACE_PICTURE_BYTES / 3) * 4),
});
export type NewWatchlistPicture = z.infer<typeof NewWatchlistPicture>;

/** `held`: not searched while a finding about it waits for a person. */
export const WATCHLIST_PICTURE_STATES = ['active', 'held'] as const;
export type WatchlistPictureState = (typeof WATCHLIST_PICTURE_STATES)[number];

export const WatchlistPicture = z.object({
  ...WatchlistPictureDetails.shape,
  id: Identifier,
  watchlistId: Identifier,
  entryId: Identifier,
  state: z.enum(WATCHLIST_PICTURE_STATES),
  /** Quality of the face, 0–1. */
  quality: z.number().min(0).max(1),
  /** 1 as enrolled; less for each "not this person". */
  weight: z.number().min(0).max(1),
  /** How often a reviewer said "not this person" of a hit on it. */
  contradicted: z.int().nonnegative(),
  addedAt: Instant,
  addedBy: z.string(),
});
export type WatchlistPicture = z.infer<typeof WatchlistPicture>;

/** The same person under two entries, or two people in one, as far as the templates tell. */
export const WATCHLIST_FINDING_KINDS = ['one-person-two-entries', 'two-people-one-entry'] as const;
export type WatchlistFindingKind = (typeof WATCHLIST_FINDING_KINDS)[number];

/** What enrolment noticed about a picture; a person decides what is true. */
export const WatchlistFinding = z.object({
  id: Identifier,
  watchlistId: Identifier,
  kind: z.enum(WATCHLIST_FINDING_KINDS),
  pictureId: Identifier,
  entryId: Identifier,
  otherPictureId: Identifier,
  otherEntryId: Identifier,
  similarity: z.number(),
  /** The similarity that this kind of finding begins or ends at. */
  threshold: z.number(),
  foundAt: Instant,
  decision: z.enum(['same-person', 'different-people']).nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
});
export type WatchlistFinding = z.infer<typeof WatchlistFinding>;

export const WatchlistFindingDecision = z.object({ decision: z.enum(['same-person', 'different-people']) });
export type WatchlistFindingDecision = z.infer<typeof WatchlistFindingDecision>;

/** What became of a picture, with what was found about it. */
export const EnrolledPicture = z.object({ picture: WatchlistPicture, findings: z.array(WatchlistFinding) });
export type EnrolledPicture = z.infer<typeof EnrolledPicture>;
