import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { Priority } from '../scene-rule.ts';
import { PlateText } from './plate-reading.ts';

/** What a hotlist is for. An entry on a `wanted` list counts only once a second person has approved it. */
export const HOTLIST_KINDS = ['stolen', 'wanted', 'missing-person', 'unpaid-dues', 'test'] as const;
export const HotlistKind = z.enum(HOTLIST_KINDS);
export type HotlistKind = z.infer<typeof HotlistKind>;

/** `YYYY-MM-DD` */
const Day = z.iso.date();

export const HotlistInput = z.object({
  name: z.string().trim().min(3).max(80),
  kind: HotlistKind,
  /** Who answers for it: an office or a person. */
  owner: z.string().trim().min(2).max(120),
  reason: z.string().trim().min(10).max(1000),
  legalBasis: z.string().trim().min(5).max(500),
  priority: Priority,
  /** From that day on nothing matches any more. */
  expiresOn: Day,
  /** When somebody must look whether it is still needed. */
  reviewOn: Day,
  /** Largest cost of a fuzzy match, 0–3: 0 matches exactly, 1 one likely confusion. */
  tolerance: z.number().min(0).max(3).default(1),
});
export type HotlistInput = z.infer<typeof HotlistInput>;

export const Hotlist = z.object({
  ...HotlistInput.shape,
  id: Identifier,
  /** Null: every site. */
  siteId: Identifier.nullable(),
  version: z.int().positive(),
  entries: z.int().nonnegative(),
  /** Entries that wait for a second person. */
  waiting: z.int().nonnegative(),
  active: z.boolean(),
  createdAt: Instant,
  createdBy: z.string(),
});
export type Hotlist = z.infer<typeof Hotlist>;

/** A plate as people write it: small letters, spaces, dots and hyphens are forgiven. */
export const PlateInput = z
  .string()
  .transform((text) => text.toUpperCase().replace(/[\s.·_-]/g, ''))
  .pipe(PlateText.regex(/^[A-Z0-9]{2,12}$/, 'a plate has 2 to 12 Latin letters and digits'));

export const HotlistEntryInput = z.object({
  plate: PlateInput,
  /** What the vehicle should look like and what to do, for the person who sees the alert. */
  note: z.string().trim().max(500).default(''),
  caseNumber: z.string().trim().max(40).default(''),
  /** Earlier than the list's, or null. */
  expiresOn: Day.nullable().default(null),
});
export type HotlistEntryInput = z.infer<typeof HotlistEntryInput>;

export const HOTLIST_ENTRY_STATES = ['waiting', 'active', 'refused', 'removed', 'expired'] as const;

export const HotlistEntry = z.object({
  ...HotlistEntryInput.shape,
  plate: PlateText,
  id: Identifier,
  hotlistId: Identifier,
  state: z.enum(HOTLIST_ENTRY_STATES),
  addedAt: Instant,
  addedBy: z.string(),
  decidedBy: z.string().nullable(),
});
export type HotlistEntry = z.infer<typeof HotlistEntry>;

/** Which entries are asked for, newest first. */
export const HotlistEntryQuery = z.object({
  state: z.enum(HOTLIST_ENTRY_STATES).optional(),
  /** Part of a plate, a note or a case number. */
  search: z.string().trim().max(80).optional(),
  /** The last entry of the page before. */
  after: Identifier.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type HotlistEntryQuery = z.infer<typeof HotlistEntryQuery>;

/** What a second person says about an entry that waits. */
export const HotlistDecision = z.object({
  decision: z.enum(['approved', 'refused']),
  note: z.string().trim().max(500).default(''),
});
export type HotlistDecision = z.infer<typeof HotlistDecision>;

/** A new list. `siteId` left out or null: it is matched at every site. */
export const NewHotlist = HotlistInput.extend({ siteId: Identifier.nullable().default(null) });
export type NewHotlist = z.infer<typeof NewHotlist>;

/** Whether reads are held against the lists, and if not, why. */
export const HotlistMatching = z.object({
  running: z.boolean(),
  reason: z.string(),
  /** Since when it is so; null: it never ran. */
  since: Instant.nullable(),
  /** Entries that this server holds in memory. */
  entries: z.int().nonnegative(),
});
export type HotlistMatching = z.infer<typeof HotlistMatching>;

/** The largest file of entries. */
export const LARGEST_HOTLIST_BYTES = 64 * 1024 * 1024;

/** What became of an import: the good lines are kept, each bad one is named. */
export const HotlistImport = z.object({
  added: z.int().nonnegative(),
  /** Were on the list already. */
  known: z.int().nonnegative(),
  waiting: z.int().nonnegative(),
  bad: z.array(z.object({ line: z.int().positive(), text: z.string(), reason: z.string() })).max(1000),
  badLines: z.int().nonnegative(),
});
export type HotlistImport = z.infer<typeof HotlistImport>;

/** Why a read matched an entry. */
export const HotlistHit = z.object({
  hotlistId: Identifier,
  hotlistVersion: z.int().positive(),
  hotlistName: z.string(),
  hotlistKind: HotlistKind,
  entryId: Identifier,
  entryPlate: PlateText,
  note: z.string(),
  caseNumber: z.string(),
  /** As it was read. */
  readPlate: PlateText,
  /** 0: exact; otherwise the sum of the costs below. */
  cost: z.number().min(0),
  /** Where reading and entry differ: the place (from 0) in the entry, what was read, what stands there, its cost. */
  differences: z
    .array(
      z.object({
        at: z.int().nonnegative(),
        read: z.string().max(1),
        expected: z.string().max(1),
        cost: z.number().min(0),
      }),
    )
    .max(4),
});
export type HotlistHit = z.infer<typeof HotlistHit>;
