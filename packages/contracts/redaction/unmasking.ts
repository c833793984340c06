import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** How long a stored picture or clip stays open to who was granted it. */
export const UNMASKED_ITEM_MINUTES = 60;
/** A stored picture or clip counts as so much of what somebody may see without a second person: a clip is seconds long. */
export const ITEM_COUNTS_MINUTES = 1;
/** The longest that a camera's live view is asked for at once. */
export const MOST_LIVE_MINUTES = 240;
/** How long a request waits for a second person before it lapses. */
export const UNMASKING_WAITS_HOURS = 24;
/** Minutes of a day that somebody sees un-masked without a second person, where the deployment says nothing else. */
export const DEFAULT_ALONE_MINUTES = 10;
/** No deployment may allow more than this without a second person. */
export const MOST_ALONE_MINUTES = 60;

/** Evidence that is shown masked; the crop of a plate is what the work is about and stays as it is. */
export const MaskedEvidenceKind = z.enum(['model-frame', 'picture', 'clip', 'exit-picture']);
export type MaskedEvidenceKind = z.infer<typeof MaskedEvidenceKind>;

/** What somebody asks to see un-masked: one stored item, the picture around a face match, or a camera from now on. */
export const UnmaskSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('evidence'), observationId: Identifier, evidence: MaskedEvidenceKind }),
  z.strictObject({ kind: z.literal('face-match'), matchId: Identifier }),
  z.strictObject({
    kind: z.literal('live'),
    cameraId: Identifier,
    minutes: z.int().min(1).max(MOST_LIVE_MINUTES),
  }),
]);
export type UnmaskSubject = z.infer<typeof UnmaskSubject>;

export const UnmaskingInput = z.strictObject({
  caseId: Identifier,
  reason: z.string().trim().min(20).max(1000),
  subject: UnmaskSubject,
});
export type UnmaskingInput = z.infer<typeof UnmaskingInput>;

export const UNMASKING_STATES = ['waiting', 'in-force', 'ended'] as const;
export type UnmaskingState = (typeof UNMASKING_STATES)[number];

/** How an un-masking ended: `lapsed` is one that nobody decided on in time, `left-case` of who is no member any more. */
export const UNMASKING_ENDS = [
  'refused',
  'revoked',
  'expired',
  'lapsed',
  'case-closed',
  'left-case',
] as const;
export type UnmaskingEnd = (typeof UNMASKING_ENDS)[number];

/** A request to see something un-masked, and what became of it. It opens the original to who asked, and to nobody else. */
export const Unmasking = z.object({
  ...UnmaskingInput.shape,
  id: Identifier,
  caseNumber: z.string(),
  siteId: Identifier,
  cameraId: Identifier,
  cameraName: z.string(),
  /** The alert that the item belongs to; null where there is none. */
  alertId: Identifier.nullable(),
  /** What it counts as, of what somebody may see in a day without a second person. */
  minutes: z.int().positive(),
  state: z.enum(UNMASKING_STATES),
  /** Whether it opens the original at this moment. */
  live: z.boolean(),
  /** Whether a second person has to approve it first. */
  approvalNeeded: z.boolean(),
  askedAt: Instant,
  askedBy: z.string(),
  /** Asked for with the account of who reads this. */
  mine: z.boolean(),
  /** What this person may do about it now, as far as roles and people say. */
  may: z.object({ decide: z.boolean(), revoke: z.boolean() }),
  /** When it lapses unless somebody decides; null: it does not wait. */
  decideBy: Instant.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  decisionNote: z.string().nullable(),
  openedAt: Instant.nullable(),
  /** From then on it opens nothing; null: it was never in force. */
  until: Instant.nullable(),
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  end: z.enum(UNMASKING_ENDS).nullable(),
  /** How often the original was opened under it. */
  openings: z.int().nonnegative(),
});
export type Unmasking = z.infer<typeof Unmasking>;

export const UnmaskingQuery = z.object({
  state: z.enum(UNMASKING_STATES).optional(),
  caseId: Identifier.optional(),
  /** Only what was asked for with one's own account. */
  mine: z.stringbool().optional(),
  /** The last one of the page before. */
  after: Identifier.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type UnmaskingQuery = z.infer<typeof UnmaskingQuery>;

/** What somebody may see un-masked by themselves today. */
export const UnmaskingTerms = z.object({
  /** Minutes within 24 hours without a second person. */
  aloneMinutes: z.int().nonnegative(),
  usedMinutes: z.int().nonnegative(),
  itemMinutes: z.int().positive(),
  itemCounts: z.int().positive(),
  mostLiveMinutes: z.int().positive(),
});
export type UnmaskingTerms = z.infer<typeof UnmaskingTerms>;

/** What a second person says. */
export const UnmaskingDecision = z.strictObject({
  decision: z.enum(['approved', 'refused']),
  note: z.string().trim().min(3).max(1000),
});
export type UnmaskingDecision = z.infer<typeof UnmaskingDecision>;

export const UnmaskingRevocation = z.strictObject({ reason: z.string().trim().min(3).max(1000) });
export type UnmaskingRevocation = z.infer<typeof UnmaskingRevocation>;
