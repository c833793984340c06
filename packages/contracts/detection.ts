import { z } from 'zod';
import { Box } from './geometry.ts';
import { ObjectClass } from './object-class.ts';

/** One object in one frame. */
export const Detection = z.object({
  class: ObjectClass,
  confidence: z.number().min(0).max(1),
  box: Box,
});
export type Detection = z.infer<typeof Detection>;

/** A detection that a tracker has joined to one object over time. */
export const TrackedObject = Detection.extend({
  /** Number of the track within its camera's run; never reused in that run. */
  track: z.int().positive(),
});
export type TrackedObject = z.infer<typeof TrackedObject>;
