import { z } from 'zod';
import { CameraInput } from '../camera.ts';
import { Position } from '../geometry.ts';
import { Identifier } from '../identifier.ts';

/** What an administrator changes on a camera; what is left out stays. `null` removes the position. */
export const CameraChange = z
  .object({
    name: CameraInput.shape.name,
    url: CameraInput.shape.url,
    position: Position.nullable(),
    groupId: Identifier,
    analysisRate: z.number().min(0.2).max(30),
    readsPlates: z.boolean(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'nothing to change');
export type CameraChange = z.infer<typeof CameraChange>;
