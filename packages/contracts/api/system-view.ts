import { z } from 'zod';
import { AiSystem, LifecycleStage } from '../ai-system.ts';
import { Digest } from '../digest.ts';
import { ApprovalStatement, AssessmentStanding } from '../explanation.ts';
import { Suspension } from '../governance/suspension.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** An AI system as the register shows it: what the code says, and what people decided about it. */
export const SystemView = z.object({
  ...AiSystem.shape,
  stage: LifecycleStage,
  /** Of the whole system, with what was said about ending it. */
  suspension: Suspension.nullable(),
  /** Of groups of cameras; the permit holds for all others. */
  groupSuspensions: z.array(Suspension),
  /** The newest permit, or null when none was ever issued. */
  permit: z
    .object({
      id: Identifier,
      issuedAt: Instant,
      expiresAt: Instant,
      revokedAt: Instant.nullable(),
      /** How many cameras it covers. */
      cameras: z.int().nonnegative(),
    })
    .nullable(),
  /** Why no permit can be issued now, in one sentence; null while one can. */
  permitRefusal: z.string().nullable(),
  configurationDigest: Digest,
  /** Every model that was ever registered under the identifiers that it runs, the newest first. */
  modelDetails: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      digest: Digest,
      licence: z.string(),
      source: z.string(),
      /** Whether this is the file that runs now: the one in the model cache, as its manifest has it. */
      current: z.boolean(),
    }),
  ),
  /** What waits for somebody. */
  openItems: z.object({
    incidents: z.int().nonnegative(),
    /** Risks whose treatment nobody has accepted. */
    risks: z.int().nonnegative(),
    /** The stage that somebody asks for; null: none. */
    requested: LifecycleStage.nullable(),
  }),
  approvals: z.array(ApprovalStatement),
  impactAssessment: AssessmentStanding.nullable(),
});
export type SystemView = z.infer<typeof SystemView>;

/** Why a person suspends or resumes an AI system, and where; recorded in the ledger. */
export const StatedReason = z.object({
  reason: z.string().trim().min(3).max(500),
  /** Null: the whole system. */
  cameraGroupId: Identifier.nullable().default(null),
});
export type StatedReason = z.infer<typeof StatedReason>;
