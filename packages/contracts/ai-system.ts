import { z } from 'zod';

export const LIFECYCLE_STAGES = [
  'proposed',
  'designed',
  'validated',
  'pilot',
  'operational',
  'suspended',
  'retired',
] as const;
export const LifecycleStage = z.enum(LIFECYCLE_STAGES);
export type LifecycleStage = z.infer<typeof LifecycleStage>;

/** One text for readers of English and of Urdu. */
export const LocalText = z.object({ en: z.string().min(1), ur: z.string().min(1) });
export type LocalText = z.infer<typeof LocalText>;

export const RISK_TIERS = ['minimal', 'limited', 'high'] as const;

/** How much harm a system can do, and why its authors think so. */
export const SystemRisk = z.object({
  tier: z.enum(RISK_TIERS),
  /** Where the EU AI Act would put it: a benchmark, for it is not the law of the deployment. */
  euAiAct: z.object({
    /** For example `annex III 1(a)`, `article 5(1)(h) exception`, `article 50` or `not listed`. */
    category: LocalText,
    why: LocalText,
  }),
  reasons: z.array(LocalText).min(1),
});
export type SystemRisk = z.infer<typeof SystemRisk>;

/** What a system reads and what stays of it. */
export const SystemData = z.object({
  reads: z.array(LocalText).min(1),
  keeps: z.array(z.object({ what: LocalText, howLong: LocalText })),
});
export type SystemData = z.infer<typeof SystemData>;

/**
 * What the code and its authors know of an AI system: each system's `system.ts` exports one. What the public
 * register shows of it stands in both languages; none of these texts is part of the configuration digest.
 */
export const AiSystem = z.object({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.string(),
  nameUrdu: z.string().min(1),
  version: z.string(),
  /** Whether this version does what is described here. What is not built goes no further than `designed`. */
  built: z.boolean(),
  /** For anybody: what it does, in plain words. */
  about: LocalText,
  intendedUse: LocalText,
  /** What it may be used for; a permit is issued for these, and approvals bind them. */
  purposes: z.array(z.string()).min(1),
  /** What it must never do, in plain words. */
  prohibited: z.array(LocalText),
  /** Who feels its effects, those included who never chose to. */
  affectedGroups: z.array(LocalText).min(1),
  risk: SystemRisk,
  data: SystemData,
  /** What people see, decide and can stop. */
  humanOversight: z.array(LocalText).min(1),
  /** Where it is known to fail or not to be measured. */
  limits: z.array(LocalText).min(1),
  /** Identifiers of the model manifests that it runs, all of them. Without any it needs no permit. */
  models: z.array(z.string()),
  thresholds: z.record(z.string(), z.number()),
  /** Further settings that change what the system reports; part of the configuration digest. */
  settings: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
});
export type AiSystem = z.infer<typeof AiSystem>;
