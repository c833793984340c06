import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { LiveFaceAuthorisation } from './live-authorisation.ts';

/** request: no payload → `LiveFaceSearches`, searcher → server */
export const LIVE_FACE_SEARCHES = 'faces.live-searches';

/** Which searches on cameras are open now, and how a face is handed over for one. */
export const LiveFaceSearches = z.object({
  /** The server's clock when it answered. */
  serverTime: Instant,
  /** X25519 public key, base64 of its DER form: templates travel sealed for its owner alone. */
  publicKey: z.string().max(200),
  /** request: `FaceSearchRequest` → `FaceSearchAnswer`, to the owner of the key. Kept nowhere on its way. */
  subject: z.string().min(1).max(200),
  authorisations: z.array(LiveFaceAuthorisation),
});
export type LiveFaceSearches = z.infer<typeof LiveFaceSearches>;

/** One face that is to be looked for, under one authorisation, on the camera that it covers. */
export const FaceSearchRequest = z.strictObject({
  authorisationId: Identifier,
  cameraId: Identifier,
  /** Of the embedding model: templates of two models say nothing about each other. */
  modelDigest: Digest,
  /** The template as `sealTemplate` gives it. */
  sealed: z.string().max(8192),
});
export type FaceSearchRequest = z.infer<typeof FaceSearchRequest>;

/** What a sealed template is bound to: handed over for another search it cannot be opened. */
export function faceSearchContext(
  request: Pick<FaceSearchRequest, 'authorisationId' | 'cameraId' | 'modelDigest'>,
): string {
  return [request.authorisationId, request.cameraId, request.modelDigest].join('/');
}

const candidate = { entryId: Identifier, pictureId: Identifier, similarity: z.number().min(-1).max(1) };

/** What a search found. Where it found nobody it says nothing but that. */
export const FaceSearchAnswer = z.object({
  match: z
    .object({
      watchlistId: Identifier,
      ...candidate,
      /** Least similarity of a possible match with that picture. */
      threshold: z.number(),
      falseMatchesPerSearch: z.number(),
      /** Templates that the face was compared with. */
      listSize: z.int().positive(),
      /** Quality of the enrolled picture, 0–1. */
      enrolledQuality: z.number(),
      nextBest: z.object(candidate).nullable(),
    })
    .nullable(),
});
export type FaceSearchAnswer = z.infer<typeof FaceSearchAnswer>;
