import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { ObjectClass } from '../object-class.ts';
import { VehicleColour } from './vehicle.ts';

/** What live reads are narrowed by: never by the text of a plate. */
export const LiveQuery = z.strictObject({
  cameraId: Identifier.optional(),
  siteId: Identifier.optional(),
  class: ObjectClass.optional(),
  colour: VehicleColour.optional(),
  leastConfidence: z.coerce.number().min(0).max(1).optional(),
  /** Only those captured before: the last one of the page before. */
  after: Instant.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type LiveQuery = z.infer<typeof LiveQuery>;
