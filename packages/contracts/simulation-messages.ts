import { z } from 'zod';
import { Position } from './geometry.ts';
import { Identifier } from './identifier.ts';
import { SceneRule, SceneRuleInput } from './scene-rule.ts';
import { Assignment } from './worker-messages.ts';

/** Cameras that a simulator wants to play; those of the same name are played on. */
export const SimulatedCameraInput = z.object({
  name: z.string().trim().min(1).max(80),
  position: Position,
  rules: z.array(SceneRuleInput).max(8),
});
export type SimulatedCameraInput = z.infer<typeof SimulatedCameraInput>;

/** A simulator with more cameras than this asks several times. */
export const MAX_SIMULATED_CAMERAS = 2_000;

export const SimulationRequest = z.object({
  cameras: z.array(SimulatedCameraInput).min(1).max(MAX_SIMULATED_CAMERAS),
});
export type SimulationRequest = z.infer<typeof SimulationRequest>;

/** A simulated camera as it is registered. */
export const SimulatedCamera = z.object({
  id: Identifier,
  siteId: Identifier,
  name: z.string(),
  rules: z.array(SceneRule),
});
export type SimulatedCamera = z.infer<typeof SimulatedCamera>;

export const SimulationAnswer = z.object({ cameras: z.array(SimulatedCamera) });
export type SimulationAnswer = z.infer<typeof SimulationAnswer>;

/** What a worker learns about permits, without the cameras and their secrets. */
export const SimulationPermits = Assignment.omit({ cameras: true });
export type SimulationPermits = z.infer<typeof SimulationPermits>;
