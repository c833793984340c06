import { z } from 'zod';
import { Review } from './alert.ts';
import { Digest } from './digest.ts';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';
import { SceneRule } from './scene-rule.ts';

/** One ledger entry that proves a step, by its place in the ledger. */
const LedgerReference = z.object({
  index: z.int().nonnegative(),
  kind: z.string(),
  at: Instant,
  leafHash: Digest,
});

/** "Why am I seeing this": from the frame to the last human decision. */
export const AlertChain = z.object({
  alertId: Identifier,
  frame: z.object({ digest: Digest, capturedAt: Instant, clockOffsetMs: z.number() }),
  model: z.object({
    id: z.string(),
    title: z.string(),
    digest: Digest,
    licence: z.string(),
    source: z.string(),
  }),
  configuration: z.object({
    digest: Digest,
    system: z.string(),
    version: z.string(),
    thresholds: z.record(z.string(), z.number()),
    settings: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  }),
  rule: SceneRule,
  permit: z.object({
    id: Identifier,
    issuedAt: Instant,
    expiresAt: Instant,
    purposes: z.array(z.string()),
    revokedAt: Instant.nullable(),
  }),
  /** `demo` marks a seeded decision that no real person took. */
  approvals: z.array(
    z.object({ by: z.string(), role: z.string(), at: Instant, statement: z.string(), demo: z.boolean() }),
  ),
  impactAssessment: z.object({ status: z.string(), expiresAt: Instant, demo: z.boolean() }).nullable(),
  /** Legal basis of a search; null where the system needs none. */
  authorisation: z.null(),
  decisions: z.array(Review),
  ledger: z.array(LedgerReference),
});
export type AlertChain = z.infer<typeof AlertChain>;
