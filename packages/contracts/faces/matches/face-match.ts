import { z } from 'zod';
import { Box } from '../../geometry.ts';
import { Identifier } from '../../identifier.ts';
import { Instant } from '../../instant.ts';
import { FaceQualityScore } from './possible-match.ts';

/** `disputed` waits for a supervisor. None of them has a consequence of its own: people act. */
export const FACE_MATCH_STATES = ['possible', 'disputed', 'confirmed', 'rejected'] as const;
export type FaceMatchState = (typeof FACE_MATCH_STATES)[number];

export const FACE_MATCH_LIGHTS = ['day', 'night'] as const;
export type FaceMatchLight = (typeof FACE_MATCH_LIGHTS)[number];

export const FACE_MATCH_ANSWERS = ['same-person', 'different-person', 'cannot-tell'] as const;

/** What somebody says of the two pictures. */
export const FaceMatchAnswerInput = z.strictObject({
  answer: z.enum(FACE_MATCH_ANSWERS),
  note: z.string().trim().max(1000).default(''),
});
export type FaceMatchAnswerInput = z.infer<typeof FaceMatchAnswerInput>;

export const FaceMatchAnswer = z.object({
  answer: z.enum(FACE_MATCH_ANSWERS),
  note: z.string(),
  id: Identifier,
  at: Instant,
  by: z.string(),
  byName: z.string(),
});
export type FaceMatchAnswer = z.infer<typeof FaceMatchAnswer>;

/** Why somebody may not answer now; `NOT_PERMITTED`: their role gives no such answer. */
export const FACE_MATCH_REFUSALS = [
  'ASKER_MAY_NOT_REVIEW',
  'ANSWERED_ALREADY',
  'REVIEWED_ALREADY',
  'NOT_DISPUTED',
  'PERSON_UNKNOWN',
  'NOT_PERMITTED',
] as const;
export type FaceMatchRefusal = (typeof FACE_MATCH_REFUSALS)[number];

/**
 * A possible match as somebody may see it. Until two have answered it shows nobody another's answer, nor that there is
 * one; the name of the enrolled person is not in it, so that it does not sway who compares two pictures.
 */
export const FaceMatch = z.object({
  /** The observation's identifier. */
  id: Identifier,
  state: z.enum(FACE_MATCH_STATES),
  siteId: Identifier,
  /** Null: a search with a picture after the event found it. */
  cameraId: Identifier.nullable(),
  cameraName: z.string().nullable(),
  /** The search after the event, and where its picture was taken as far as is known; null: it was found on a camera. */
  search: z.object({ id: Identifier, place: z.string() }).nullable(),
  caseId: Identifier,
  caseNumber: z.string(),
  authorisationId: Identifier,
  watchlistId: Identifier,
  entryId: Identifier,
  pictureId: Identifier,
  /** Whether the enrolled picture is still there to be looked at. */
  enrolledPicture: z.boolean(),
  capturedAt: Instant,
  raisedAt: Instant,
  simulated: z.boolean(),
  light: z.enum(FACE_MATCH_LIGHTS),
  similarity: z.number(),
  threshold: z.number(),
  listSize: z.int(),
  falseMatchesPerSearch: z.number(),
  quality: z.object({ face: FaceQualityScore, enrolled: z.number() }),
  presentationAttack: z.number().nullable(),
  nextBest: z.object({ entryId: Identifier, pictureId: Identifier, similarity: z.number() }).nullable(),
  box: Box,
  answers: z.array(FaceMatchAnswer),
  ruling: FaceMatchAnswer.nullable(),
  decidedAt: Instant.nullable(),
  /** What this person may do about it now. */
  may: z.object({
    answer: z.enum(['review', 'ruling']).nullable(),
    refusal: z.enum(FACE_MATCH_REFUSALS).nullable(),
  }),
});
export type FaceMatch = z.infer<typeof FaceMatch>;

export const FaceMatchQuery = z.object({
  state: z.enum(FACE_MATCH_STATES).optional(),
  caseId: Identifier.optional(),
  cameraId: Identifier.optional(),
  simulated: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  /** Only those that wait for an answer of whoever asks. */
  waiting: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
  /** The last one of the page before. */
  after: Identifier.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type FaceMatchQuery = z.infer<typeof FaceMatchQuery>;

/** The pictures of a possible match: the face, the picture that it is from, the enrolled one, and the next-best candidate's. */
export const FACE_MATCH_PICTURES = ['crop', 'picture', 'enrolled', 'next-best'] as const;
export const FaceMatchPicture = z.enum(FACE_MATCH_PICTURES);
export type FaceMatchPicture = z.infer<typeof FaceMatchPicture>;

/** What became of a match, without a word of what it shows: whoever may see it reads it anew. */
export const FaceMatchUpdate = z.object({
  matchId: Identifier,
  siteId: Identifier,
  caseId: Identifier,
  state: z.enum([...FACE_MATCH_STATES, 'deleted']),
});
export type FaceMatchUpdate = z.infer<typeof FaceMatchUpdate>;

export const FaceMatchRetention = z.object({
  /** Days after which a rejected match is deleted. */
  days: z.int().positive(),
  last: z
    .object({
      startedAt: Instant,
      finishedAt: Instant,
      before: Instant,
      deleted: z.int(),
      abandoned: z.int(),
    })
    .nullable(),
});
export type FaceMatchRetention = z.infer<typeof FaceMatchRetention>;
