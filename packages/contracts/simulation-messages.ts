import { z } from 'zod';
import { Position } from './geometry.ts';
import { Identifier } from './identifier.ts';
import { SceneRule, SceneRuleInput } from './scene-rule.ts';
import { TrafficView, TrafficViewInput } from './traffic/traffic-view.ts';
import { Assignment } from './worker-messages.ts';

/** Cameras that a simulator wants to play; those of the same name are played on. */
export const SimulatedCameraInput = z.object({
  name: z.string().trim().min(1).max(80),
  position: Position,
  rules: z.array(SceneRuleInput).max(8),
  /** The lanes that traffic is made up in; null or left out: none. */
  traffic: TrafficViewInput.nullish(),
});
export type SimulatedCameraInput = z.infer<typeof SimulatedCameraInput>;

/** A simulator with more cameras than this asks several times. */
export const MAX_SIMULATED_CAMERAS = 2_000;

/** A corridor of simulated cameras, which it names; one of the same name is left as it is. */
export const SimulatedCorridor = z.object({
  name: z.string().trim().min(1).max(80),
  stops: z
    .array(z.object({ camera: z.string(), approach: z.string() }))
    .min(2)
    .max(40),
});
export type SimulatedCorridor = z.infer<typeof SimulatedCorridor>;

export const SimulationRequest = z.object({
  cameras: z.array(SimulatedCameraInput).min(1).max(MAX_SIMULATED_CAMERAS),
  corridors: z.array(SimulatedCorridor).max(20).default([]),
});
export type SimulationRequest = z.infer<typeof SimulationRequest>;

/** A simulated camera as it is registered. */
export const SimulatedCamera = z.object({
  id: Identifier,
  siteId: Identifier,
  name: z.string(),
  rules: z.array(SceneRule),
  traffic: TrafficView.nullish(),
});
export type SimulatedCamera = z.infer<typeof SimulatedCamera>;

export const SimulationAnswer = z.object({ cameras: z.array(SimulatedCamera) });
export type SimulationAnswer = z.infer<typeof SimulationAnswer>;

/** What a worker learns about permits, without the cameras and their secrets. */
export const SimulationPermits = Assignment.omit({ cameras: true });
export type SimulationPermits = z.infer<typeof SimulationPermits>;
