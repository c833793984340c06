import type { LifecycleStage } from '@amaan/contracts/ai-system';
import type { GateId, PossibleTransition } from '@amaan/contracts/governance/lifecycle';
import { GATE_CHECKS, gatesFor } from './gates.ts';
import type { LifecycleFacts } from './lifecycle-facts.ts';

/** A way from one stage to another: what it needs, and how many people besides the requester. */
export interface Transition {
  readonly from: LifecycleStage;
  readonly to: LifecycleStage;
  readonly gates: readonly GateId[];
  readonly approvers: number;
}

/** Stages in which models may run. */
export const RUNNING_STAGES: readonly LifecycleStage[] = ['pilot', 'operational'];

const RUNNING_GATES: readonly GateId[] = [
  'clock',
  'built',
  'register-entry',
  'models',
  'impact-assessment',
  'risks',
  'validation',
  'training',
  'not-suspended',
];

/**
 * The lifecycle. `suspended` is no stage to ask for: a suspension lies over the stage, which stays what it
 * was (see the suspensions). A retired system stays retired; what replaces it is another system.
 */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'proposed', to: 'designed', gates: ['clock', 'register-entry'], approvers: 1 },
  {
    from: 'designed',
    to: 'validated',
    gates: ['clock', 'built', 'register-entry', 'models', 'validation'],
    approvers: 1,
  },
  { from: 'validated', to: 'pilot', gates: RUNNING_GATES, approvers: 2 },
  // A pilot is where error rates by groups of people can be found, so that they are asked for after it.
  { from: 'pilot', to: 'operational', gates: [...RUNNING_GATES, 'group-errors'], approvers: 2 },
  { from: 'operational', to: 'pilot', gates: RUNNING_GATES, approvers: 2 },
  ...(['proposed', 'designed', 'validated', 'pilot', 'operational'] as const).map((from) => ({
    from,
    to: 'retired' as const,
    gates: ['clock'] as const,
    approvers: 1,
  })),
];

/** The way from one stage to another, or null when there is none. */
export function transitionBetween(from: LifecycleStage, to: LifecycleStage): Transition | null {
  return TRANSITIONS.find((transition) => transition.from === from && transition.to === to) ?? null;
}

/** The ways on from a stage, each with what its gates find missing now. */
export function possibleTransitions(
  stage: LifecycleStage,
  facts: LifecycleFacts,
  now: Date,
): PossibleTransition[] {
  return TRANSITIONS.filter(({ from }) => from === stage).map(({ to, gates, approvers }) => ({
    to,
    approvalsNeeded: approvers,
    gates: gatesFor(gates, facts.system).map((id) => ({ id, missing: GATE_CHECKS[id](facts, now) })),
  }));
}

/** All that is missing for a transition, one sentence each; empty when its gates are open. */
export function transitionGaps({ gates }: Transition, facts: LifecycleFacts, now: Date): string[] {
  return gates.flatMap((id) => GATE_CHECKS[id](facts, now));
}
