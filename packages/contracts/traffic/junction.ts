import { z } from 'zod';
import { Position } from '../geometry.ts';
import { JunctionPart, SignalPlan } from './signal-plan.ts';

/** Where a movement goes, as seen from its lane. */
export const TURNS = ['straight', 'left', 'right', 'u-turn'] as const;

/** One way from an approach lane over the junction. */
export const Movement = z.object({
  /** The signal group that lets it go. */
  group: JunctionPart,
  turn: z.enum(TURNS),
  /** The lane that it leads to: one of `exits`, where that is known. */
  to: JunctionPart.nullable(),
  /** Speed over the junction, where it is known. */
  speedKmh: z.number().positive().max(300).optional(),
  /** Vehicles that find room inside the junction to wait for a gap without holding up their lane, where that is known. */
  places: z.int().min(0).max(20).optional(),
});
export type Movement = z.infer<typeof Movement>;

/** A lane that ends at the junction's stop line. */
export const ApproachLane = z.object({
  id: JunctionPart,
  name: z.string().min(1).max(200),
  /** Lanes of one approach share its name. */
  approach: z.string().min(1).max(200),
  /** Metres of road in front of the stop line that a queue can fill. */
  length: z.number().positive().max(20_000),
  speedLimitKmh: z.number().positive().max(300),
  movements: z.array(Movement).min(1).max(32),
});
export type ApproachLane = z.infer<typeof ApproachLane>;

/** A lane that leads away from the junction, and what fills up when it is blocked. */
export const ExitLane = z.object({ id: JunctionPart, length: z.number().positive().max(20_000) });
export type ExitLane = z.infer<typeof ExitLane>;

/**
 * Lights that always show the same. All times in seconds. For pedestrians `minGreen` is the walk time, `yellow` is 0 and
 * `clearance` is the time that somebody who has just started needs to the other side.
 */
export const SignalGroup = z.object({
  id: JunctionPart,
  name: z.string().min(1).max(200),
  kind: z.enum(['vehicle', 'pedestrian']),
  /** Shortest green (pedestrians: walk). */
  minGreen: z.number().min(0).max(120),
  /** Shortest yellow after green; 0 for pedestrians. */
  yellow: z.number().min(0).max(10),
  /** All-red: what must pass between this group's red and the green of a group that conflicts with it. */
  clearance: z.number().min(0).max(60),
  /** Longest time without green. */
  maxRed: z.number().positive().max(900),
});
export type SignalGroup = z.infer<typeof SignalGroup>;

/** Groups that are green together. */
export const Stage = z.object({
  id: JunctionPart,
  name: z.string().min(1).max(200),
  green: z.array(JunctionPart).max(200),
  /** Those of `green` that must give way to others of it (`permissive` says to whom they may have to). */
  yielding: z.array(JunctionPart).max(200),
});
export type Stage = z.infer<typeof Stage>;

/** A signalled junction: what it serves, what must never be green together, and the limits that engineers set. */
export const Junction = z.object({
  id: JunctionPart,
  name: z.string().min(1).max(200),
  position: Position.nullable(),
  lanes: z.array(ApproachLane).max(500),
  exits: z.array(ExitLane).max(500),
  groups: z.array(SignalGroup).min(1).max(200),
  /** `conflicts[i][j]`: groups i and j (by their place in `groups`) must not be green together; symmetric. */
  conflicts: z.array(z.array(z.boolean()).max(200)).max(200),
  /** Pairs of conflicting groups that may be green together, as the first gives way to the second. */
  permissive: z.array(z.object({ yields: JunctionPart, to: JunctionPart })).max(20_000),
  stages: z.array(Stage).min(1).max(64),
  fixedPlan: SignalPlan,
  /** Seconds by which an all-red may grow while vehicles are seen inside the junction. */
  clearingExtension: z.number().min(0).max(60),
});
export type Junction = z.infer<typeof Junction>;
