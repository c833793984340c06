import { z } from 'zod';
import { Identifier } from '../identifier.ts';

/** Cameras of one site that are watched, judged and suspended together. Every camera is in exactly one. */
export const CameraGroup = z.object({
  id: Identifier,
  siteId: Identifier,
  siteName: z.string(),
  name: z.string(),
  /** Where a camera goes whose group is not named; each site has one. */
  isDefault: z.boolean(),
  cameras: z.int().nonnegative(),
});
export type CameraGroup = z.infer<typeof CameraGroup>;

const name = z.string().trim().min(1).max(80);

export const CameraGroupInput = z.object({ siteId: Identifier, name });
export type CameraGroupInput = z.infer<typeof CameraGroupInput>;

export const CameraGroupRename = z.object({ name });
export type CameraGroupRename = z.infer<typeof CameraGroupRename>;

/** Cameras that are to move into a group of their own site. */
export const CameraGroupMove = z.object({ cameraIds: z.array(Identifier).min(1).max(1_000) });
export type CameraGroupMove = z.infer<typeof CameraGroupMove>;
