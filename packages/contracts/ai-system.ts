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

/** What the code knows of an AI system: each system's `system.ts` exports one. */
export const AiSystem = z.object({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.string(),
  version: z.string(),
  purposes: z.array(z.string()).min(1),
  /** What it must never do, in plain words. */
  prohibited: z.array(z.string()),
  riskTier: z.enum(['minimal', 'limited', 'high']),
  /** Identifiers of the model manifests that it may run. */
  models: z.array(z.string()),
  thresholds: z.record(z.string(), z.number()),
  /** Further settings that change what the system reports; part of the configuration digest. */
  settings: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
});
export type AiSystem = z.infer<typeof AiSystem>;
