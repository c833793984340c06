import { z } from 'zod';
import { Instant } from '../instant.ts';

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
});
export type ReviewInputs = z.infer<typeof ReviewInputs>;

/** Body of a record of kind `management-review` (clause 9.3). */
export const ManagementReview = z.object({
  heldAt: Instant,
  participants: z.array(z.string().trim().min(1).max(120)).max(40).default([]),
  inputs: ReviewInputs,
  /** What was decided in the review before this one, and what became of it. */
  previousDecisions: z.string().trim().max(8000).default(''),
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
