import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { PlateText } from '../plates/plate-reading.ts';
import { Challan, ChallanState } from './challan.ts';
import { HoldReason, ViolationCaseState, ViolationCaseSummary } from './violation-case.ts';
import { ViolationKind } from './violation-kind.ts';

/**
 * Query string of `GET /api/violations/cases`: open ones oldest first, decided ones newest first. There is no search by
 * plate here: that needs a stated purpose, and is `GET /api/violations/challan-search`.
 */
export const ViolationCaseQuery = z.object({
  state: ViolationCaseState.default('for-review'),
  siteId: Identifier.optional(),
  cameraId: Identifier.optional(),
  kind: ViolationKind.optional(),
  hold: HoldReason.optional(),
  /** Only those that whoever asks has not answered yet: what waits for them, also for a second look. */
  unanswered: z.stringbool().default(false),
  from: Instant.optional(),
  to: Instant.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type ViolationCaseQuery = z.infer<typeof ViolationCaseQuery>;

const count = z.int().nonnegative();
export const ViolationCasePage = z.object({
  cases: z.array(ViolationCaseSummary),
  nextCursor: z.string().nullable(),
  /** How many cases match the other filters, by state. */
  counts: z.object({
    'for-review': count,
    'second-look': count,
    held: count,
    confirmed: count,
    rejected: count,
  }),
});
export type ViolationCasePage = z.infer<typeof ViolationCasePage>;

/** Query string of `GET /api/violations/challans`, newest first. A plate is not looked for here: see `ChallanSearchQuery`. */
export const ChallanQuery = z.object({
  state: ChallanState.optional(),
  siteId: Identifier.optional(),
  cameraId: Identifier.optional(),
  kind: ViolationKind.optional(),
  number: z.string().trim().max(40).optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type ChallanQuery = z.infer<typeof ChallanQuery>;

/** Query string of `GET /api/violations/challan-search`: the challans of one plate, for a purpose that was stated before. */
export const ChallanSearchQuery = ChallanQuery.pick({ cursor: true, limit: true }).extend({
  plate: PlateText,
});
export type ChallanSearchQuery = z.infer<typeof ChallanSearchQuery>;

export const ChallanPage = z.object({ challans: z.array(Challan), nextCursor: z.string().nullable() });
export type ChallanPage = z.infer<typeof ChallanPage>;

/** Why something suspected became no case. Counted by hour and camera; no vehicle is named. */
export const INTAKE_DROPS = [
  'no-plate',
  'plate-unsure',
  'plate-ambiguous',
  /** A piece of evidence is missing or broken. */
  'evidence-incomplete',
  'clock-unproven',
  'clock-skew',
  /** What is claimed cannot be, for example a seat belt on a motorcycle. */
  'impossible-for-class',
  /** The server's own signal log says otherwise. */
  'not-proven',
  'enforcement-suspended',
] as const;
export const IntakeDrop = z.enum(INTAKE_DROPS);
export type IntakeDrop = z.infer<typeof IntakeDrop>;

/** What became of what was suspected in a period, by kind. */
export const IntakeFigures = z.object({
  from: Instant,
  to: Instant,
  kinds: z.array(
    z.object({
      kind: ViolationKind,
      suspected: count,
      opened: count,
      merged: count,
      dropped: z.partialRecord(IntakeDrop, count),
    }),
  ),
});
export type IntakeFigures = z.infer<typeof IntakeFigures>;

/**
 * What one reviewer did in a period. How many and how many wrong stand in one object, and neither is told anywhere
 * without the other: speed alone makes careless reviewers.
 */
export const ReviewerQuality = z.object({
  by: z.string(),
  byName: z.string(),
  decided: count,
  /** Of those, looked at by a second person; and where the second one answered otherwise. */
  secondLooks: count,
  disagreements: count,
  /** Confirmed ones whose challan was cancelled afterwards. */
  confirmed: count,
  cancelledLater: count,
  /** (disagreements + cancelledLater) / (secondLooks + confirmed), with its 95 % Wilson interval; null: too few to say. */
  errorRate: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
});
export type ReviewerQuality = z.infer<typeof ReviewerQuality>;

export const ReviewerQualityQuery = z.object({ from: Instant, to: Instant });
export const ReviewerQualityList = z.object({
  from: Instant,
  to: Instant,
  reviewers: z.array(ReviewerQuality),
});
export type ReviewerQualityList = z.infer<typeof ReviewerQualityList>;
