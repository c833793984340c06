import { LifecycleStage } from '@amaan/contracts/ai-system';
import { Digest } from '@amaan/contracts/digest';
import { ValidationReport } from '@amaan/contracts/governance/validation';
import { Identifier } from '@amaan/contracts/identifier';
import { Instant } from '@amaan/contracts/instant';
import { z } from 'zod';

export const ModelReference = z.object({ id: z.string(), digest: Digest });
export type ModelReference = z.infer<typeof ModelReference>;

/**
 * Exactly what a decision or a test was about. A decision on one combination of models and configuration
 * says nothing about another.
 */
const subject = { models: z.array(ModelReference), configurationDigest: Digest };

/** Who recorded it in which words; `demo` marks what no real person did. */
const record = { id: Identifier, at: Instant, statement: z.string().min(1), demo: z.boolean() };

/** One person's approval of running one combination. */
export const Approval = z.object({
  ...record,
  ...subject,
  /** The account that was signed in. */
  account: z.string().min(1),
  /** The person behind the account, for example a staff number: two accounts of one person count once. */
  person: z.string().trim().min(1),
  name: z.string(),
  role: z.string(),
});
export type Approval = z.infer<typeof Approval>;

export const ImpactAssessment = z.object({
  ...record,
  status: z.enum(['draft', 'approved', 'rejected']),
  expiresAt: Instant,
  /** The version of the system that it is about; null: recorded before assessments said so. */
  systemVersion: z.string().nullable(),
});
export type ImpactAssessment = z.infer<typeof ImpactAssessment>;

/** The result of validating one combination; without a report when it was recorded before reports were kept. */
export const ValidationResult = z.object({
  ...record,
  ...subject,
  passed: z.boolean(),
  report: ValidationReport.nullable(),
});
export type ValidationResult = z.infer<typeof ValidationResult>;

const StandingSuspension = z.object({ at: Instant, by: z.string(), reason: z.string() });

/** All that decides whether an AI system may get a permit, as the register has it at one moment. */
export const SystemStanding = z.object({
  system: z.string(),
  version: z.string(),
  stage: LifecycleStage,
  /** Of the whole system. */
  suspension: StandingSuspension.nullable(),
  /** Of groups of cameras: its permit does not cover them, and holds for all others. */
  groupSuspensions: z.array(StandingSuspension.extend({ cameraGroupId: Identifier })),
  impactAssessment: ImpactAssessment.nullable(),
  validations: z.array(ValidationResult),
  approvals: z.array(Approval),
});
export type SystemStanding = z.infer<typeof SystemStanding>;
