import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { ControllerName, DecisionReason, Light, SignalMode, SignalState } from './signal-decision.ts';
import { JunctionPart } from './signal-plan.ts';

/** Something that keeps a junction from being led, in one sentence with a code for programs. */
export const SignalProblem = z.object({ code: z.string(), message: z.string() });
export type SignalProblem = z.infer<typeof SignalProblem>;

/** What cameras (or a simulated road) see before one stop line now. */
export const LaneLive = z.object({
  lane: JunctionPart,
  /** Vehicles in range. */
  vehicles: z.int().nonnegative(),
  /** Those of them that stand. */
  queue: z.int().nonnegative(),
  /** Seconds since a camera saw this lane; null: no camera looks at it. */
  dataAge: z.number().nonnegative().nullable(),
});
export type LaneLive = z.infer<typeof LaneLive>;

/** A junction at one moment. */
export const JunctionLive = z.object({
  junctionId: Identifier,
  siteId: Identifier,
  at: Instant,
  mode: SignalMode,
  controller: ControllerName,
  /** What the envelope decided that the lights show; in `observe` and `advise` the running fixed plan. */
  state: SignalState,
  /** What the controller on the street says that it shows, in the junction's order of groups; null: nobody was asked. */
  shown: z.array(Light).nullable(),
  /** What the chosen controller proposes; null in `observe`. */
  proposal: z.object({ stage: JunctionPart, reasons: z.array(DecisionReason) }).nullable(),
  decisionMs: z.number().nonnegative(),
  /** Seconds since the oldest of the lanes' last measurements; null: no lane is seen. */
  dataAge: z.number().nonnegative().nullable(),
  lanes: z.array(LaneLive),
  /** Until when the permit to control it holds; null: there is none. */
  permitUntil: Instant.nullable(),
  /** The emergency wave that pre-empts it now. */
  waveId: Identifier.nullable(),
  /** Why nobody leads it although its mode is `control`, or what is wrong with its controller; null: nothing. */
  problem: SignalProblem.nullable(),
  simulated: z.boolean(),
});
export type JunctionLive = z.infer<typeof JunctionLive>;
