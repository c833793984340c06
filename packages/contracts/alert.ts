import { z } from 'zod';
import { EvidenceItem } from './evidence-item.ts';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';
import { Observation } from './observation.ts';
import { Priority } from './scene-rule.ts';

export const REJECT_REASONS = [
  'wrong-object',
  'nothing-there',
  'permitted-activity',
  'bad-rule',
  'duplicate',
] as const;

/** A person's decision on an alert. */
export const ReviewInput = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('confirmed'), note: z.string().trim().max(2000).default('') }),
  z.object({
    decision: z.literal('rejected'),
    reason: z.enum(REJECT_REASONS),
    note: z.string().trim().max(2000).default(''),
  }),
]);
export type ReviewInput = z.infer<typeof ReviewInput>;

export const Review = z.intersection(
  ReviewInput,
  z.object({ id: Identifier, by: z.string(), byName: z.string(), at: Instant }),
);
export type Review = z.infer<typeof Review>;

export const ALERT_STATES = ['new', 'confirmed', 'rejected'] as const;

/** An observation that a rule says a person must see. */
export const Alert = z.object({
  id: Identifier,
  siteId: Identifier,
  cameraId: Identifier,
  cameraName: z.string(),
  state: z.enum(ALERT_STATES),
  priority: Priority,
  ruleName: z.string(),
  raisedAt: Instant,
  simulated: z.boolean(),
  observation: Observation,
  evidence: z.array(EvidenceItem),
  review: Review.nullable(),
});
export type Alert = z.infer<typeof Alert>;
