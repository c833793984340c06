import { z } from 'zod';
import { LocalText } from '../ai-system.ts';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { ChallanState } from './challan.ts';

/** Which challans: those of violations that one camera saw in a time, by one version of the software or by all. */
export const BulkCancelScope = z
  .strictObject({
    cameraId: Identifier,
    /** Null: whatever software it was. */
    softwareVersion: z.string().min(1).max(80).nullable(),
    /** When the violations happened: from the first instant on, before the last. */
    from: Instant,
    to: Instant,
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    path: ['to'],
    message: 'The time ends before it begins.',
  });
export type BulkCancelScope = z.infer<typeof BulkCancelScope>;

/** What a bulk cancellation would do now. `digest` names exactly these challans: who approves says which list was seen. */
export const BulkCancelPreview = z.object({
  /** How many would be cancelled, and their sum in whole rupees. */
  challans: z.int().nonnegative(),
  amount: z.int().nonnegative(),
  /** Of them, by where they stand now. */
  byState: z.partialRecord(ChallanState, z.int().positive()),
  /** Of them, how many have money that goes back, and how much of it in whole rupees. */
  paid: z.object({ challans: z.int().nonnegative(), amount: z.int().nonnegative() }),
  /** In the scope, but over already. */
  over: z.int().nonnegative(),
  /** Cases of the scope that have no challan yet: they stay with the reviewers, who are told. */
  openCases: z.int().nonnegative(),
  /** Versions of the software that made them, with how many each. */
  softwareVersions: z.array(z.object({ version: z.string(), challans: z.int().positive() })),
  digest: Digest,
});
export type BulkCancelPreview = z.infer<typeof BulkCancelPreview>;

const Why = z.string().trim().min(20).max(1000);

/** Somebody asks that they be cancelled. The reason is shown to every citizen concerned, in both languages. */
export const BulkCancelInput = z.strictObject({
  scope: BulkCancelScope,
  reason: z.strictObject({ en: Why, ur: Why }),
  /** The preview that was seen. */
  digest: Digest,
});
export type BulkCancelInput = z.infer<typeof BulkCancelInput>;

/** What the second person says, and which list they saw. */
export const BulkCancelDecision = z.strictObject({
  decision: z.enum(['approved', 'refused']),
  note: z.string().trim().min(3).max(1000),
  digest: Digest,
});
export type BulkCancelDecision = z.infer<typeof BulkCancelDecision>;

/** `running` goes on by itself after a restart; `done` has cancelled all that could be. */
export const BULK_CANCEL_STATES = ['asked', 'refused', 'running', 'done'] as const;
export const BulkCancelState = z.enum(BULK_CANCEL_STATES);
export type BulkCancelState = z.infer<typeof BulkCancelState>;

export const BulkCancel = z.object({
  id: Identifier,
  siteId: Identifier,
  scope: BulkCancelScope,
  cameraName: z.string(),
  reason: LocalText,
  state: BulkCancelState,
  askedAt: Instant,
  askedByName: z.string(),
  decidedAt: Instant.nullable(),
  decidedByName: z.string().nullable(),
  decisionNote: z.string().nullable(),
  endedAt: Instant.nullable(),
  /** As it was asked for; as it is now while nobody has decided. */
  preview: BulkCancelPreview,
  /** From the approval on. `skipped`: was over by itself when its turn came. */
  progress: z.object({
    total: z.int().nonnegative(),
    cancelled: z.int().nonnegative(),
    skipped: z.int().nonnegative(),
    /** Sums in whole rupees: fines that are owed no more, and money that goes back. */
    amount: z.int().nonnegative(),
    refunds: z.int().nonnegative(),
    refundAmount: z.int().nonnegative(),
  }),
  /** Whether whoever asks may decide it now. */
  mayDecide: z.boolean(),
});
export type BulkCancel = z.infer<typeof BulkCancel>;

export const BulkCancelQuery = z.object({
  state: BulkCancelState.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type BulkCancelQuery = z.infer<typeof BulkCancelQuery>;
