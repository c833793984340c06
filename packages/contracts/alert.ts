import { z } from 'zod';
import { EvidenceItem } from './evidence-item.ts';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';
import { Observation } from './observation.ts';
import { HotlistHit } from './plates/hotlist.ts';
import { CloneSuspicion } from './plates/journey.ts';
import { Priority } from './scene-rule.ts';
import { TrafficIncidentCause } from './traffic/incident-cause.ts';

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

/**
 * Why a person must see it: a rule drawn on the camera's picture, an entry of a hotlist, one plate that seems to be on
 * two vehicles, or an incident on the road.
 */
export const AlertCause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rule') }),
  z.object({ kind: z.literal('hotlist'), hit: HotlistHit }),
  z.object({ kind: z.literal('clone'), suspicion: CloneSuspicion }),
  z.object({ kind: z.literal('traffic-incident'), ...TrafficIncidentCause.shape }),
]);
export type AlertCause = z.infer<typeof AlertCause>;

/** An observation that a rule, a hotlist or a contradiction says a person must see. */
export const Alert = z.object({
  id: Identifier,
  siteId: Identifier,
  cameraId: Identifier,
  cameraName: z.string(),
  state: z.enum(ALERT_STATES),
  priority: Priority,
  /** Of the rule, the hotlist, or what else raised it. */
  ruleName: z.string(),
  cause: AlertCause.default({ kind: 'rule' }),
  raisedAt: Instant,
  simulated: z.boolean(),
  observation: Observation,
  evidence: z.array(EvidenceItem),
  review: Review.nullable(),
});
export type Alert = z.infer<typeof Alert>;
