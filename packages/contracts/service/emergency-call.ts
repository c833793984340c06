import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** The moments of a call, in the order in which they should come. */
export const CALL_TIMES = ['receivedAt', 'dispatchedAt', 'arrivedAt', 'closedAt'] as const;
export type CallTime = (typeof CALL_TIMES)[number];

/** Everything that is ever read of a call. There is no field for who called, for a number, a name, words or a recording. */
export const CALL_FIELDS = [
  'callId',
  'saidAt',
  'site',
  'station',
  'kind',
  'priority',
  'unitKind',
  'longitude',
  'latitude',
  ...CALL_TIMES,
] as const;
export type CallField = (typeof CALL_FIELDS)[number];

/** Places are rounded to a grid of so many degrees as they are read, about 100 m: nobody's door is kept. */
export const PLACE_DEGREES = 0.001;

/** 1 is the most urgent. */
export const CallPriority = z.int().min(1).max(5);

/** Why a line of a file, or a report of a feed, was not taken. */
export const REFUSED_CALL_REASONS = [
  'quote-open',
  'fields-count',
  'not-an-object',
  'call-id-missing',
  /** Longer than 64 characters, or the name of a thing longer than 80. */
  'text-long',
  /** It looks like a telephone number, a CNIC or an address of mail: in a wrong column, or data that must not come here. */
  'person-data',
  'time-missing',
  'time-unreadable',
  'time-future',
  'time-too-old',
  'site-missing',
  'site-unknown',
  'site-not-yours',
  'priority-unreadable',
  'place-unreadable',
] as const;
export const RefusedCallReason = z.enum(REFUSED_CALL_REASONS);
export type RefusedCallReason = z.infer<typeof RefusedCallReason>;

/** A line (from 1, the header is 1) or a report (from 1 in its batch) that was not taken. What stood there is not kept. */
export const RefusedCall = z.object({
  line: z.int().positive(),
  reason: RefusedCallReason,
  /** The field that it is about; null: the whole line. */
  field: z.enum(CALL_FIELDS).nullable(),
});
export type RefusedCall = z.infer<typeof RefusedCall>;

/** The list of refused lines holds so many; the count goes on. */
export const MOST_REFUSED_CALLS = 1000;

/** What became of reports, however they came. */
export const CallsTaken = z.object({
  /** Calls that were not known before. */
  added: z.int().nonnegative(),
  /** Known calls of which something is new. */
  changed: z.int().nonnegative(),
  /** Reports that said nothing new: sent twice, or overtaken by a later one. */
  known: z.int().nonnegative(),
  /** Times and facts that differ from what was said before, at the same moment or later. Both stay on record. */
  contradictions: z.int().nonnegative(),
  refused: z.array(RefusedCall).max(MOST_REFUSED_CALLS),
  refusedCount: z.int().nonnegative(),
  /** Names of fields or columns that were there and were not read. */
  unread: z.array(z.string()),
});
export type CallsTaken = z.infer<typeof CallsTaken>;

/** Where calls come from: the feed of a dispatch system, or the files of one. Call ids are unique within it. */
export const CallSource = z.object({
  id: Identifier,
  name: z.string(),
  kind: z.enum(['feed', 'file']),
  /** Sites that it may report of; null: every one. */
  siteIds: z.array(Identifier).nullable(),
  simulated: z.boolean(),
  createdAt: Instant,
  createdBy: z.string(),
  /** From then on nothing of it is taken any more. */
  revokedAt: Instant.nullable(),
  /** When anything came last. */
  heardAt: Instant.nullable(),
  calls: z.int().nonnegative(),
});
export type CallSource = z.infer<typeof CallSource>;
