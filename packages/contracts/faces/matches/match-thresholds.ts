import { z } from 'zod';
import { Identifier } from '../../identifier.ts';

/** request: `MatchThresholdsRequest` → `MatchThresholds`, searcher → server */
export const MATCH_THRESHOLDS = 'faces.match-thresholds';
/** Announced: `{ watchlistId }`, server → searchers, when a picture of that list has to be met more or less closely. */
export const MATCH_THRESHOLDS_CHANGED = 'control.match-thresholds';

export const MatchThresholdsRequest = z.strictObject({ authorisationId: Identifier });

/** How closely the pictures of an authorisation's list have to be met. A hit below is refused, whoever reports it. */
export const MatchThresholds = z.object({
  authorisationId: Identifier,
  watchlistId: Identifier,
  /** Templates that are compared with one face. */
  listSize: z.int().positive(),
  /** For a picture with its whole weight. */
  threshold: z.number(),
  falseMatchesPerSearch: z.number(),
  /** Only the pictures that led to wrong matches before. */
  pictures: z.array(z.object({ pictureId: Identifier, weight: z.number(), threshold: z.number() })),
});
export type MatchThresholds = z.infer<typeof MatchThresholds>;
