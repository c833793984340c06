import { z } from 'zod';
import { Identifier } from '../../identifier.ts';
import { Instant } from '../../instant.ts';

const HOUR_MS = 60 * 60_000;

/** How many faces were searched on a camera in a part of an hour: a number, and nothing of any face. */
export const FacesSearched = z.strictObject({
  /** Makes counting it twice impossible. */
  id: Identifier,
  permitId: Identifier,
  authorisationId: Identifier,
  cameraId: Identifier,
  /** Begin of the hour (UTC) in which they were searched. */
  hour: Instant.refine((at) => Date.parse(at) % HOUR_MS === 0, 'not the begin of an hour'),
  faces: z.int().positive().max(10_000_000),
});
export type FacesSearched = z.infer<typeof FacesSearched>;
