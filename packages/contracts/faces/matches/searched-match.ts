import { z } from 'zod';
import { observationEnvelope } from '../../observation.ts';
import { possibleMatchFields } from './possible-match.ts';

/**
 * A possible match that a search with a picture found. It says what a searcher of cameras says of one, but for the
 * camera: there is none, and `capturedAt` is when the picture was taken as far as whoever brought it knows.
 */
export const SearchedMatch = z.strictObject({
  ...observationEnvelope,
  cameraId: z.null(),
  kind: z.literal('face-match-possible'),
  ...possibleMatchFields,
});
export type SearchedMatch = z.infer<typeof SearchedMatch>;
