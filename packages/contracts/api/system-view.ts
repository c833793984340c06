import { z } from 'zod';
import { AiSystem, LifecycleStage } from '../ai-system.ts';
import { AlertChain } from '../alert-chain.ts';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** An AI system as the register shows it: what the code says, and what people decided about it. */
export const SystemView = z.object({
  ...AiSystem.shape,
  stage: LifecycleStage,
  suspension: z.object({ reason: z.string(), by: z.string(), at: Instant }).nullable(),
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
  /** The models that it runs, as registered. */
  modelDetails: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      digest: Digest,
      licence: z.string(),
      source: z.string(),
    }),
  ),
  approvals: AlertChain.shape.approvals,
  impactAssessment: AlertChain.shape.impactAssessment,
});
export type SystemView = z.infer<typeof SystemView>;

/** Why a person suspends or resumes an AI system; recorded in the ledger. */
export const StatedReason = z.object({ reason: z.string().trim().min(3).max(500) });
export type StatedReason = z.infer<typeof StatedReason>;
