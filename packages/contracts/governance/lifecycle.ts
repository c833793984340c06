import { z } from 'zod';
import { LifecycleStage } from '../ai-system.ts';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { RecordAuthor } from './record.ts';

/** A request that nobody decided on in this time says nothing about the system as it is by then. */
export const REQUEST_DAYS = 14;

/** The exact models and configuration that a decision is about. */
const Combination = z.object({
  models: z.array(z.object({ id: z.string(), digest: Digest })),
  configurationDigest: Digest,
});

export const GATES = [
  'clock',
  'built',
  'register-entry',
  'models',
  'impact-assessment',
  'risks',
  'validation',
  'training',
  'group-errors',
  'not-suspended',
] as const;
export type GateId = (typeof GATES)[number];

export const REQUEST_STATES = ['open', 'executed', 'rejected', 'withdrawn', 'expired', 'outdated'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** One person's word on a request. */
export const LifecycleDecision = z.object({
  id: Identifier,
  decision: z.enum(['approved', 'rejected']),
  at: Instant,
  by: RecordAuthor,
  statement: z.string(),
  demo: z.boolean(),
});
export type LifecycleDecision = z.infer<typeof LifecycleDecision>;

/** Somebody asks for a system to enter another stage. */
export const LifecycleRequest = z.object({
  id: Identifier,
  system: z.string(),
  from: LifecycleStage,
  to: LifecycleStage,
  ...Combination.shape,
  reason: z.string(),
  by: RecordAuthor,
  at: Instant,
  expiresAt: Instant,
  state: z.enum(REQUEST_STATES),
  closedAt: Instant.nullable(),
  /** How many different people must approve it, the requester not among them. */
  approvalsNeeded: z.int().positive(),
  decisions: z.array(LifecycleDecision),
  demo: z.boolean(),
});
export type LifecycleRequest = z.infer<typeof LifecycleRequest>;

/** A system entered another stage. */
export const LifecycleTransition = z.object({
  id: Identifier,
  from: LifecycleStage,
  to: LifecycleStage,
  at: Instant,
  /** Null: the platform did it by itself, for `reason`. */
  requestId: Identifier.nullable(),
  by: z.string(),
  reason: z.string(),
  ...Combination.shape,
  demo: z.boolean(),
});
export type LifecycleTransition = z.infer<typeof LifecycleTransition>;

/** A way on from the present stage, and what is missing for it. */
export const PossibleTransition = z.object({
  to: LifecycleStage,
  approvalsNeeded: z.int().positive(),
  gates: z.array(z.object({ id: z.enum(GATES), missing: z.array(z.string()) })),
});
export type PossibleTransition = z.infer<typeof PossibleTransition>;

/** Where a system stands and what can happen next. */
export const LifecycleView = z.object({
  system: z.string(),
  stage: LifecycleStage,
  present: Combination,
  possible: z.array(PossibleTransition),
  request: LifecycleRequest.nullable(),
  /** Closed requests, newest first. */
  pastRequests: z.array(LifecycleRequest),
  /** Newest first. */
  history: z.array(LifecycleTransition),
});
export type LifecycleView = z.infer<typeof LifecycleView>;

export const TransitionRequestInput = z.object({
  to: LifecycleStage,
  reason: z.string().trim().min(3).max(1000),
});
export type TransitionRequestInput = z.infer<typeof TransitionRequestInput>;

export const TransitionDecisionInput = z.object({
  decision: z.enum(['approved', 'rejected']),
  statement: z.string().trim().min(3).max(1000),
});
export type TransitionDecisionInput = z.infer<typeof TransitionDecisionInput>;
