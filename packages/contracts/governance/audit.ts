import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** One alert of a sample, and what the auditor found in its chain. */
export const AuditSample = z.object({
  alertId: Identifier,
  finding: z.enum(['not-looked-at', 'conforms', 'does-not-conform']),
  note: z.string().trim().max(2000).default(''),
});
export type AuditSample = z.infer<typeof AuditSample>;

/**
 * A draw that anybody can repeat: the alerts of a period in order of their digests under a seed that nobody
 * could choose, the root of the ledger at the moment of the draw.
 */
export const AuditDraw = z.object({
  from: Instant,
  to: Instant,
  size: z.int().min(1).max(500),
  seed: Digest,
  /** Size of the ledger whose root is the seed. */
  ledgerSize: z.int().nonnegative(),
  /** How many alerts the period had. */
  population: z.int().nonnegative(),
  drawnAt: Instant,
});
export type AuditDraw = z.infer<typeof AuditDraw>;

/** Body of a record of kind `audit`: one audit of the internal programme (clause 9.2). */
export const Audit = z.object({
  scope: z.string().trim().min(1).max(2000),
  /** The requirements that it looks at, for example `iso-42001:A.6.2.6`. */
  controls: z.array(z.string().max(60)).max(140).default([]),
  plannedAt: Instant,
  draw: AuditDraw.nullable().default(null),
  samples: z.array(AuditSample).max(500).default([]),
  conclusion: z.string().trim().max(8000).default(''),
});
export type Audit = z.infer<typeof Audit>;

/** How many alerts of which period to draw. */
export const AuditDrawInput = z
  .object({ from: Instant, to: Instant, size: AuditDraw.shape.size })
  .refine(({ from, to }) => from < to, { error: 'The period must end after it begins.', path: ['to'] });
export type AuditDrawInput = z.infer<typeof AuditDrawInput>;
