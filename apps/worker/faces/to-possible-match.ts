import type { MatchPicture } from '@amaan/contracts/faces/matches/possible-match';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import { faceRecognition } from '@amaan/face-recognition/system';
import type { FaceSearchMatch } from './face-search-client.ts';
import type { KeptSight } from './kept-sight.ts';

/** Where and under what a face was searched. */
export interface SearchOrigin {
  readonly cameraId: Identifier;
  readonly siteId: Identifier;
  readonly clockOffsetMs: number;
  readonly authorisationId: Identifier;
  readonly track: number | null;
}

/** The report of a possible match. @param attack how likely it is a picture of a face; null: not judged */
export function toPossibleMatch(
  { sight, frame, place }: KeptSight,
  match: NonNullable<FaceSearchMatch>,
  origin: SearchOrigin,
  shown: { readonly attack: number | null; readonly crop: MatchPicture; readonly picture: MatchPicture },
): Extract<Observation, { kind: 'face-match-possible' }> {
  const { enrolledQuality, ...found } = match;
  const { attack, crop, picture } = shown;
  return {
    id: newIdentifier(),
    kind: 'face-match-possible',
    system: faceRecognition.id,
    ...frame.standing,
    ...origin,
    ...found,
    capturedAt: instantOf(Math.round(sight.at)),
    simulated: false,
    frameDigest: frame.digest,
    quality: {
      face: { total: sight.quality.total, ...sight.quality.parts },
      enrolled: enrolledQuality,
    },
    presentationAttack: attack,
    box: [...place],
    ...{ crop, picture },
  };
}
