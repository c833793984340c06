import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { Observation } from '../observation.ts';
import { PlateReading, PlateText } from '../plates/plate-reading.ts';
import { VehicleAttributes } from '../plates/vehicle.ts';
import { ChallanNumber, ChallanState } from './challan.ts';
import { EnforcementRule } from './enforcement.ts';
import { ViolationKind } from './violation-kind.ts';

/**
 * Where a case stands: `for-review` waits for a reviewer, `second-look` for a second one who does not see the first
 * answer, `held` for a supervisor. `confirmed` has a challan, `rejected` has none.
 */
export const VIOLATION_CASE_STATES = ['for-review', 'second-look', 'held', 'confirmed', 'rejected'] as const;
export const ViolationCaseState = z.enum(VIOLATION_CASE_STATES);
export type ViolationCaseState = z.infer<typeof ViolationCaseState>;

/** Why a case waits for a supervisor. */
export const HOLD_REASONS = [
  'not-registered',
  /** The registry cannot be asked: nobody is fined on a guess. */
  'registry-silent',
  'sold',
  /** With a first information report of the police. */
  'stolen',
  'scrapped',
  'emergency-vehicle',
  /** Class, colour or make of the picture is not that of the registry: a copied or misread plate. */
  'class-contradicts',
  'colour-contradicts',
  'make-contradicts',
  /** The same plate was seen where the vehicle cannot have come from. */
  'impossible-travel',
  /** The same plate on two cameras within the same minute. */
  'same-minute',
  'hotlist',
  /** Characters that are easily taken for one another, and another reading is registered too. */
  'plate-ambiguous',
  'clock-skew',
  /** The two reviewers do not agree. */
  'reviewers-disagree',
  /** No law file says what the offence costs. */
  'no-law',
  /** A reviewer asks for a supervisor. */
  'asked-by-reviewer',
] as const;
export const HoldReason = z.enum(HOLD_REASONS);
export type HoldReason = z.infer<typeof HoldReason>;

/** A reason to hold, with what was compared, in one sentence for people. */
export const CaseHold = z.object({ reason: HoldReason, detail: z.string() });
export type CaseHold = z.infer<typeof CaseHold>;

/** The five usual reasons to reject, `other` with words, and what the server finds itself. */
export const CASE_REJECT_REASONS = [
  'no-violation',
  'evidence-unclear',
  'plate-wrong',
  'wrong-vehicle',
  'justified',
  'other',
] as const;
export const CaseRejectReason = z.enum([...CASE_REJECT_REASONS, 'not-proven']);
export type CaseRejectReason = z.infer<typeof CaseRejectReason>;

/** Pictures, plate and clip of a case, one each: the frames at entry and exit, the plate, the seconds around. */
export const CASE_EVIDENCE = ['entry', 'exit', 'plate', 'clip'] as const;
export const CaseEvidenceKey = z.enum(CASE_EVIDENCE);
export type CaseEvidenceKey = z.infer<typeof CaseEvidenceKey>;

/** One piece of evidence. `digest` names the original, which never leaves the house but as `view` says. */
export const CaseEvidence = z.object({
  key: CaseEvidenceKey,
  digest: Digest,
  mediaType: z.string(),
  bytes: z.int().positive(),
  capturedAt: Instant,
  /** `masked`: faces and plates of all are covered. `bare`: the plate of this vehicle, and nothing else is in it. */
  view: z.enum(['masked', 'bare']),
  /** False: its masked version is being made, and it cannot be shown yet. */
  ready: z.boolean(),
});
export type CaseEvidence = z.infer<typeof CaseEvidence>;

export const Agreement = z.enum(['agrees', 'contradicts', 'not-known']);
export type Agreement = z.infer<typeof Agreement>;

/** What the registry says of the plate, beside what was seen. Owner and address are no part of it. */
export const RegistryCheck = z.object({
  at: Instant,
  found: z.boolean(),
  /** What the registry has; null where it has nothing. */
  registered: z.object({
    class: z.string().nullable(),
    colour: z.string().nullable(),
    make: z.string().nullable(),
    state: z.string().nullable(),
    emergencyVehicle: z.boolean(),
    /** Number of the first information report, for a stolen vehicle. */
    fir: z.string().nullable(),
  }),
  class: Agreement,
  colour: Agreement,
  /** Always `not-known`: no model tells makes apart, so the reviewer compares. */
  make: Agreement,
});
export type RegistryCheck = z.infer<typeof RegistryCheck>;

/** What a reviewer answers. */
export const CaseReviewInput = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('confirm'), note: z.string().trim().max(2000).default('') }),
  z
    .strictObject({
      decision: z.literal('reject'),
      reason: z.enum(CASE_REJECT_REASONS),
      note: z.string().trim().max(2000).default(''),
    })
    .refine(({ reason, note }) => reason !== 'other' || note.length >= 3, {
      path: ['note'],
      message: 'Another reason has to be said in words.',
    }),
  /** Asks for a supervisor. */
  z.strictObject({
    decision: z.literal('hold'),
    reason: z.enum(['make-contradicts', 'emergency-vehicle', 'asked-by-reviewer']),
    note: z.string().trim().min(3).max(2000),
  }),
]);
export type CaseReviewInput = z.infer<typeof CaseReviewInput>;

/** What a supervisor answers on a held case: back to review, no fine, or a fine in spite of the hold. */
export const HoldDecisionInput = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('release'), note: z.string().trim().min(10).max(2000) }),
  z.strictObject({
    decision: z.literal('reject'),
    reason: z.enum(CASE_REJECT_REASONS),
    note: z.string().trim().min(10).max(2000),
  }),
  z.strictObject({ decision: z.literal('confirm'), note: z.string().trim().min(10).max(2000) }),
]);
export type HoldDecisionInput = z.infer<typeof HoldDecisionInput>;

export const CASE_STEPS = ['review', 'second-look', 'hold', 'server'] as const;

/** One answer to a case. Of a case that waits for its second look no answer is told to anybody who may give it. */
export const CaseDecision = z.object({
  id: Identifier,
  step: z.enum(CASE_STEPS),
  decision: z.enum(['confirm', 'reject', 'hold', 'release']),
  reason: z.string().nullable(),
  note: z.string(),
  at: Instant,
  /** Null: the server itself. */
  by: z.string().nullable(),
  byName: z.string().nullable(),
});
export type CaseDecision = z.infer<typeof CaseDecision>;

/** Why somebody may not answer a case now; null: may. */
export const MayNotDecide = z.enum([
  'decided',
  'not-trained',
  'answered-before',
  'needs-supervisor',
  'no-right',
  'evidence-not-ready',
]);
export type MayNotDecide = z.infer<typeof MayNotDecide>;

/** A case in a queue. */
export const ViolationCaseSummary = z.object({
  id: Identifier,
  siteId: Identifier,
  cameraId: Identifier,
  cameraName: z.string(),
  kind: ViolationKind,
  state: ViolationCaseState,
  plate: PlateText,
  occurredAt: Instant,
  openedAt: Instant,
  decidedAt: Instant.nullable(),
  holds: z.array(CaseHold),
  /** Observations of the same plate, kind and camera that were merged into it. */
  duplicates: z.int().nonnegative(),
  rejectReason: CaseRejectReason.nullable(),
  challan: z.object({ id: Identifier, number: ChallanNumber, state: ChallanState }).nullable(),
  simulated: z.boolean(),
});
export type ViolationCaseSummary = z.infer<typeof ViolationCaseSummary>;

/** A case with everything that a reviewer sees; nothing of it tells what else the plate was seen for. */
export const ViolationCaseView = z.object({
  ...ViolationCaseSummary.shape,
  /** Always of kind `violation-suspected`. */
  observation: Observation,
  /** The rule as it was drawn in the version that the observation names: its lines are shown over the pictures. */
  rule: EnforcementRule.nullable().optional(),
  reading: PlateReading,
  vehicle: VehicleAttributes,
  evidence: z.array(CaseEvidence),
  registry: RegistryCheck.nullable(),
  /** Empty while the answer of the second look is to come. */
  decisions: z.array(CaseDecision),
  /** What whoever asks may do now. */
  mayReview: z.boolean(),
  mayDecideHold: z.boolean(),
  mayNot: MayNotDecide.nullable(),
  /** When its evidence is destroyed; null: not while it is open or a challan stands on it. */
  evidenceUntil: Instant.nullable(),
});
export type ViolationCaseView = z.infer<typeof ViolationCaseView>;
