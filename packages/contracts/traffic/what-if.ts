import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { ControllerName } from './signal-decision.ts';
import { SignalProblem } from './signal-live.ts';

/** A SUMO network that was uploaded: junctions are read from it, and what-if runs in it. */
export const SignalNetwork = z.object({
  id: Identifier,
  siteId: Identifier,
  name: z.string(),
  bytes: z.int().positive(),
  addedAt: Instant,
  addedBy: z.string(),
  /** Its signalled junctions, as the network names them, and why one cannot be taken over. */
  junctions: z.array(
    z.object({ id: z.string(), lanes: z.int().nonnegative(), problem: z.string().nullable() }),
  ),
});
export type SignalNetwork = z.infer<typeof SignalNetwork>;

export const SignalNetworkQuery = z.object({
  siteId: Identifier,
  name: z.string().trim().min(1).max(200),
});
export type SignalNetworkQuery = z.infer<typeof SignalNetworkQuery>;

/** A junction of a network that is taken over: its plan and limits come from the network. */
export const JunctionImport = z.strictObject({
  networkId: Identifier,
  junction: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(200),
  note: z.string().trim().min(3).max(1000),
});
export type JunctionImport = z.infer<typeof JunctionImport>;

/** Replay measured demand under other controllers. */
export const WhatIfInput = z
  .strictObject({
    junctionId: Identifier,
    from: Instant,
    to: Instant,
    /** The first is what the others are compared with. */
    controllers: z.array(ControllerName).min(2).max(4),
    seeds: z.int().min(2).max(20).default(5),
  })
  .refine(({ from, to }) => from < to && Date.parse(to) - Date.parse(from) <= 24 * 3_600_000, {
    message: 'The time must be more than nothing and at most a day.',
  })
  .refine(({ controllers }) => new Set(controllers).size === controllers.length, {
    message: 'A controller is named twice.',
  });
export type WhatIfInput = z.infer<typeof WhatIfInput>;

/** A mean over the seeds with its 95 % interval (Student's t); the interval is null for one run. */
export const WhatIfFigure = z.object({
  mean: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type WhatIfFigure = z.infer<typeof WhatIfFigure>;

/** What one controller did with the demand. Seconds are per vehicle; the queue is the mean of vehicles that stand. */
export const WhatIfResult = z.object({
  controller: ControllerName,
  runs: z.int().positive(),
  delay: WhatIfFigure,
  waiting: WhatIfFigure,
  stops: WhatIfFigure,
  queue: WhatIfFigure,
  vehicles: z.int().nonnegative(),
  /** Vehicles that had not arrived when the time was over, mean over the seeds. */
  unfinished: z.number().nonnegative(),
  /** Difference of the delay to the first controller's, seed by seed (paired), with its interval; null for the first. */
  delayDifference: WhatIfFigure.nullable(),
});
export type WhatIfResult = z.infer<typeof WhatIfResult>;

export const WHAT_IF_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export const WhatIfState = z.enum(WHAT_IF_STATES);
export type WhatIfState = z.infer<typeof WhatIfState>;

export const WhatIf = z.object({
  id: Identifier,
  junctionId: Identifier,
  junctionName: z.string(),
  from: Instant,
  to: Instant,
  controllers: z.array(ControllerName),
  seeds: z.int().positive(),
  state: WhatIfState,
  /** 0–1. */
  progress: z.number().min(0).max(1),
  askedAt: Instant,
  askedBy: z.string(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** Vehicles of the replayed demand, and the share of its minutes and lanes that were measured. */
  demand: z.object({ vehicles: z.int().nonnegative(), coverage: z.number().min(0).max(1) }).nullable(),
  results: z.array(WhatIfResult),
  problem: SignalProblem.nullable(),
});
export type WhatIf = z.infer<typeof WhatIf>;
