import { z } from 'zod';
import { Digest } from '../../digest.ts';
import { Box } from '../../geometry.ts';
import { Identifier } from '../../identifier.ts';

const score = z.number().min(0).max(1);
/** Cosine of the angle between two templates. */
const similarity = z.number().min(-1).max(1);

/** The parts of a face's quality, each 0 (useless) to 1 (as good as it gets), and their geometric mean. */
export const FaceQualityScore = z.strictObject({
  total: score,
  size: score,
  pose: score,
  sharpness: score,
  light: score,
  visibility: score,
});
export type FaceQualityScore = z.infer<typeof FaceQualityScore>;

/** A picture that the searcher put into the object store before it reported. */
export const MatchPicture = z.strictObject({
  digest: Digest,
  mediaType: z.enum(['image/jpeg', 'image/png']),
  bytes: z
    .int()
    .positive()
    .max(16 * 1024 * 1024),
});
export type MatchPicture = z.infer<typeof MatchPicture>;

/**
 * What a searcher says of a face that resembles somebody on a list. Everything in it is about that resemblance: there is
 * no field for a template, for a face that matched nobody, or for what a person is thought to be, and a report with any
 * other field is refused as a whole.
 */
export const possibleMatchFields = {
  authorisationId: Identifier,
  watchlistId: Identifier,
  entryId: Identifier,
  /** The enrolled picture that it resembles. */
  pictureId: Identifier,
  similarity,
  /** Least similarity of a possible match with that picture, as it was when it was searched. */
  threshold: similarity,
  /** Templates that the face was compared with. */
  listSize: z.int().positive(),
  /** Expected number of false matches in one search of a list of this size at this threshold. */
  falseMatchesPerSearch: z.number().min(0),
  quality: z.strictObject({ face: FaceQualityScore, enrolled: score }),
  /** How likely it is a picture of a face, 0–1; null: not judged. A hint for the reviewers, never a reason to drop it. */
  presentationAttack: score.nullable(),
  /** The next-best candidate of another entry; null: the list has no other. */
  nextBest: z.strictObject({ entryId: Identifier, pictureId: Identifier, similarity }).nullable(),
  /** The face in the frame whose digest the observation carries. */
  box: Box,
  track: z.int().positive().nullable(),
  /** The face alone, and the picture that it is from. */
  crop: MatchPicture,
  picture: MatchPicture,
};
