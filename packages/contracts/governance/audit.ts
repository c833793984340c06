import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** One alert of a sample, and what the auditor found in its chain. */
export const AuditSample = z.object({
  alertId: Identifier,
  finding: z.enum(['not-looked-at', 'conforms', 'does-not-conform']),
  /** What does not conform, or why it was not looked at. */
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
  /** The AI systems that it looks at. */
  systems: z.array(z.string().max(60)).max(40).default([]),
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

/** One audit of the programme of a year. */
export const PlannedAudit = z.object({
  id: Identifier,
  number: z.string(),
  title: z.string(),
  status: z.string(),
  plannedAt: Instant,
  /** Planned for a day that is over, and not yet begun or not yet reported after 90 days. */
  overdue: z.boolean(),
});

/** The audits of a year and what they cover (ISO/IEC 42001, clause 9.2.2). */
export const AuditProgramme = z.object({
  year: z.int(),
  audits: z.array(PlannedAudit),
  /** Every AI system with its audits that were planned and that were reported; both 0: not covered. */
  systems: z.array(z.object({ id: z.string(), planned: z.int(), reported: z.int() })),
  /** Of each standard: how many controls some audit of the year covers, and which none does. */
  controls: z.array(
    z.object({ standard: z.string(), total: z.int(), covered: z.int(), uncovered: z.array(z.string()) }),
  ),
});
export type AuditProgramme = z.infer<typeof AuditProgramme>;
