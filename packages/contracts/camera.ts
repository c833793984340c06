import { z } from 'zod';
import { Position } from './geometry.ts';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';
import { SceneRule } from './scene-rule.ts';

/** What an administrator gives to add a camera. `url` is a file path or an rtsp:, http: or https: URL. */
export const CameraInput = z.object({
  name: z.string().trim().min(1).max(80),
  url: z.string().trim().min(1).max(2048),
  siteId: Identifier.optional(),
  /** A group of that site; its default group when left out. */
  groupId: Identifier.optional(),
  position: Position.optional(),
  /** Frames per second that the analysers see. */
  analysisRate: z.number().min(0.2).max(30).default(5),
  /** Whether its pictures are analysed at a size at which plates can be read, and plates are read. */
  readsPlates: z.boolean().default(false),
});
export type CameraInput = z.infer<typeof CameraInput>;

export const CAMERA_STATES = ['connecting', 'live', 'failed', 'stopped'] as const;
export const CameraState = z.enum(CAMERA_STATES);
export type CameraState = z.infer<typeof CameraState>;

/** What a worker last said of a camera. */
export const CameraStatus = z.object({
  cameraId: Identifier,
  state: CameraState,
  since: Instant,
  /** Stable code and one sentence when `failed`. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  framesPerSecond: z.number().nonnegative(),
  framesDropped: z.int().nonnegative(),
  width: z.int().nonnegative(),
  height: z.int().nonnegative(),
  lastFrameAt: Instant.nullable(),
  /** Why inference does not run on this camera though pictures arrive, or null. */
  inferenceDenied: z.string().nullable(),
});
export type CameraStatus = z.infer<typeof CameraStatus>;

/** A camera as the API shows it: never with credentials in its URL. */
export const Camera = z.object({
  id: Identifier,
  siteId: Identifier,
  /** The group of its site that it is in. */
  groupId: Identifier,
  name: z.string(),
  displayUrl: z.string(),
  position: Position.nullable(),
  analysisRate: z.number(),
  readsPlates: z.boolean(),
  simulated: z.boolean(),
  rules: z.array(SceneRule),
  status: CameraStatus.nullable(),
});
export type Camera = z.infer<typeof Camera>;
