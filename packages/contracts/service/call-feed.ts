import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { CallSource } from './emergency-call.ts';

/** A new feed. */
export const CallFeedInput = z.object({
  name: z.string().trim().min(3).max(80),
  /** Sites that it may report of; null: every one. With a single one, reports need not name it. */
  siteIds: z.array(Identifier).min(1).max(500).nullable(),
  /** Whether everything that comes over it is simulated. */
  simulated: z.boolean().default(false),
});
export type CallFeedInput = z.infer<typeof CallFeedInput>;

/** A feed with its token, which is told this once and kept only as a digest. */
export const NewCallFeed = z.object({
  source: CallSource,
  /** Sent as `Authorization: Bearer TOKEN`. */
  token: z.string(),
  /** Where reports go: the path on this server. */
  path: z.string(),
});
export type NewCallFeed = z.infer<typeof NewCallFeed>;

export const RevokeCallFeed = z.object({ reason: z.string().trim().min(10).max(2000) });

export const MOST_REPORTS_AT_ONCE = 1000;

/**
 * What a feed sends: what is known of calls by now, as often and in whatever order it likes. Each report needs `callId`, and
 * says what it knows: `site` (id or name), `station`, `kind`, `priority` (1–5), `unitKind`, `longitude`, `latitude`,
 * `receivedAt`, `dispatchedAt`, `arrivedAt`, `closedAt`. What is left out stays as it was, and null takes it back. Of two
 * reports that differ, the one counts that was said later (`saidAt`; left out: `sentAt`). Other fields are not read. An empty
 * batch says that the feed is alive.
 */
export const CallReportBatch = z.object({
  /** By the sender's clock: how far that is off is watched. */
  sentAt: Instant,
  reports: z.array(z.unknown()).max(MOST_REPORTS_AT_ONCE),
});
export type CallReportBatch = z.infer<typeof CallReportBatch>;
