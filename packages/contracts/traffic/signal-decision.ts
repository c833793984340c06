import { z } from 'zod';
import { Instant } from '../instant.ts';
import { JunctionPart } from './signal-plan.ts';

/** How far signal control goes at a junction: measures; also proposes; also sets the signal through the envelope. */
export const SIGNAL_MODES = ['observe', 'advise', 'control'] as const;
export const SignalMode = z.enum(SIGNAL_MODES);
export type SignalMode = z.infer<typeof SignalMode>;

export const CONTROLLERS = ['fixed', 'actuated', 'max-pressure', 'look-ahead'] as const;
export const ControllerName = z.enum(CONTROLLERS);
export type ControllerName = z.infer<typeof ControllerName>;

/** Why a controller proposes what it proposes: a code that people's language is found by, and the figures in it. */
export const DecisionReason = z.object({
  code: z.string().regex(/^[a-z][a-z-]*$/),
  values: z.record(z.string(), z.union([z.number(), z.string()])),
});
export type DecisionReason = z.infer<typeof DecisionReason>;

/** Why a junction runs its fixed plan although a controller is meant to lead. */
export const FALLBACKS = [
  'no-proposal',
  'unknown-stage',
  'late-decision',
  'stale-data',
  'contradiction',
  'controller-failed',
] as const;
export const Fallback = z.enum(FALLBACKS);
export type Fallback = z.infer<typeof Fallback>;

/** What a light really shows. `yield`: green, giving way; `clearing`: a pedestrian red in which people still cross. */
export const LIGHTS = ['green', 'yield', 'yellow', 'clearing', 'red'] as const;
export const Light = z.enum(LIGHTS);
export type Light = z.infer<typeof Light>;

/** Where a junction stands: what it shows, and since when. */
export const SignalState = z.object({
  /** The stage that is green, or that was before the change. */
  stage: JunctionPart,
  /** The stage that a change is leading to; null while `stage` is green. */
  next: JunctionPart.nullable(),
  /** Seconds since `stage` turned green, or since the change began. */
  since: z.number().min(0),
  /** Of each group, in the junction's order. */
  lights: z.array(Light),
  /** Who leads: the controller, or the fixed plan. */
  source: z.enum(['controller', 'plan']),
  fallback: Fallback.nullable(),
  /** A group whose longest red is near, so that its stage comes first whatever was proposed. */
  forced: JunctionPart.nullable(),
});
export type SignalState = z.infer<typeof SignalState>;

/** One decision about a junction, as it is stored. */
export const SignalDecision = z.object({
  junction: JunctionPart,
  at: Instant,
  mode: SignalMode,
  controller: ControllerName,
  proposed: JunctionPart.nullable(),
  reasons: z.array(DecisionReason).max(20),
  state: SignalState,
  /** Milliseconds that deciding took. */
  decisionMs: z.number().min(0),
  /** Seconds since the newest measurement that it was based on. */
  dataAge: z.number().min(0),
});
export type SignalDecision = z.infer<typeof SignalDecision>;
