import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { HotlistEntry, HotlistEntryInput, HotlistInput } from './hotlist.ts';
import { PlateText } from './plate-reading.ts';

/** The list that a read matched, in the version that was in force: whole, so that its digest can be computed. */
export const HotlistStanding = z.object({
  id: Identifier,
  version: z.int().positive(),
  body: HotlistInput.extend({ siteId: Identifier.nullable() }),
  digest: Digest,
  /** Who made this version, and when. */
  at: Instant,
  by: z.string(),
});

/** What was put on a list: what the ledger has the digest of. */
export const HotlistEntryContent = z.object({
  ...HotlistEntryInput.shape,
  plate: PlateText,
  id: Identifier,
  hotlistId: Identifier,
});

/** The entry that a read matched. `content` is null for readers who may see no plates; its digest stays. */
export const HotlistEntryStanding = z.object({
  content: HotlistEntryContent.nullable(),
  digest: Digest,
  state: HotlistEntry.shape.state,
  addedAt: Instant,
  addedBy: z.string(),
  /** The import that brought it; null: it was added by itself. */
  importId: Identifier.nullable(),
  /** Null where no second person was needed. */
  approvedAt: Instant.nullable(),
  approvedBy: z.string().nullable(),
});
