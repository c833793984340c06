import { z } from 'zod';
import { Instant } from '../instant.ts';
import { ControlStatus } from './control.ts';

const Count = z.int().nonnegative();

/** What the system itself knows of a period, as clause 9.3.2 asks for it. */
export const ReviewInputs = z.object({
  from: Instant,
  to: Instant,
  gatheredAt: Instant,
  incidents: z.object({ opened: Count, closed: Count, open: Count, critical: Count }),
  nonconformities: z.object({ opened: Count, closed: Count, open: Count }),
  correctiveActions: z.object({ opened: Count, effective: Count, overdue: Count }),
  audits: z.object({ closed: Count, findings: Count }),
  concerns: z.object({ staff: Count, public: Count, open: Count }),
  risks: z.object({ open: Count, accepted: Count, overdue: Count }),
  assessments: z.object({ inForce: Count, endingSoon: Count }),
  systems: z.object({ running: Count, suspensions: Count, transitions: Count }),
  alerts: z.object({ raised: Count, confirmed: Count, rejected: Count }),
  training: z.object({ people: Count, withGaps: Count }),
  ledger: z.object({ entries: Count, size: Count }),
  /** From here on: what reviews prepared by an earlier version do not have. */
  monitoring: z
    .object({ runs: Count, longestGapMinutes: Count, rulesFired: Count, gaps: Count, drifts: Count })
    .optional(),
  /** What people decided on alerts: percent that they rejected, with its 95 % interval; null: too few. */
  overrides: z
    .object({
      reviewed: Count,
      rejectedPercent: Count.nullable(),
      lowPercent: Count.nullable(),
      highPercent: Count.nullable(),
    })
    .optional(),
  /** Median seconds from the event; null: too few alerts. */
  service: z
    .object({
      alertSeconds: Count.nullable(),
      acknowledgementSeconds: Count.nullable(),
      dispatchSeconds: Count.nullable(),
      closureSeconds: Count.nullable(),
    })
    .optional(),
  /** Controls by status. */
  controls: z.partialRecord(ControlStatus, Count).optional(),
  earlierDecisions: z.object({ open: Count, done: Count, dropped: Count }).optional(),
});
export type ReviewInputs = z.infer<typeof ReviewInputs>;

export const DECISION_STATES = ['open', 'done', 'dropped'] as const;

/** A decision of an earlier review, and what became of it. */
export const EarlierDecision = z.object({
  decision: z.string().trim().min(1).max(2000),
  /** The number of the review that decided it. */
  review: z.string().max(40),
  state: z.enum(DECISION_STATES),
  note: z.string().trim().max(1000).default(''),
});
export type EarlierDecision = z.infer<typeof EarlierDecision>;

/** Body of a record of kind `management-review` (clause 9.3). */
export const ManagementReview = z.object({
  heldAt: Instant,
  participants: z.array(z.string().trim().min(1).max(120)).max(40).default([]),
  inputs: ReviewInputs,
  /** What was decided in the review before this one, and what became of it. */
  previousDecisions: z.string().trim().max(8000).default(''),
  /** The same one by one, so that none is forgotten: what stays open is asked again by the next review. */
  earlierDecisions: z.array(EarlierDecision).max(100).default([]),
  /** Changes of law, technology or expectations that matter. */
  changes: z.string().trim().max(8000).default(''),
  decisions: z.string().trim().max(8000).default(''),
  resources: z.string().trim().max(8000).default(''),
});
export type ManagementReview = z.infer<typeof ManagementReview>;

export const ReviewPeriod = z
  .object({ from: Instant, to: Instant })
  .refine(({ from, to }) => from < to, { error: 'The period must end after it begins.', path: ['to'] });
export type ReviewPeriod = z.infer<typeof ReviewPeriod>;
