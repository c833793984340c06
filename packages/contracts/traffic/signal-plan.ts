import { z } from 'zod';

/** A short name inside one junction: of a lane, a signal group or a stage. */
export const JunctionPart = z.string().min(1).max(200);

/**
 * One step of a fixed plan: a stage is green, then those of its groups that the next step's stage does not serve get
 * yellow, then nothing new turns green for the rest of the change.
 */
export const PlanStep = z.object({
  stage: JunctionPart,
  /** Seconds. */
  green: z.number().positive().max(600),
  /** Seconds of yellow before the next step; 0 where no group ends. */
  yellow: z.number().min(0).max(10),
  /** Seconds after the yellow before the next step's stage turns green. */
  allRed: z.number().min(0).max(60),
});
export type PlanStep = z.infer<typeof PlanStep>;

/** The plan that a junction falls back to: the steps one after the other, over and over. */
export const SignalPlan = z.object({
  steps: z.array(PlanStep).min(1).max(40),
  /** Seconds of the clock at which the first step begins, modulo the cycle (which is the sum of all steps). */
  offset: z.number().min(-3600).max(3600),
});
export type SignalPlan = z.infer<typeof SignalPlan>;
