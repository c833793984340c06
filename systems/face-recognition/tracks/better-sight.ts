import type { Picture } from '@amaan/vision/image/picture';
import type { FoundFace } from '../finding/face-box.ts';
import type { FaceQuality } from '../quality/face-quality.ts';

/** One sight of a face on a track. It holds pixels and no template: nobody is identified by keeping it. */
export interface FaceSight {
  /** When the frame was taken, in milliseconds since the epoch. */
  readonly at: number;
  readonly face: FoundFace;
  readonly aligned: Picture;
  readonly quality: FaceQuality;
}

/** A new sight must be better by so much, so that a track does not swap sights that are as good. */
const CLEARLY = 0.02;

/**
 * The better of the sight that a track has kept and a new one. The other one is to be forgotten: of a person who
 * passes, one face at most is compared, and only at the end of the passage.
 */
export function betterSight(kept: FaceSight | null, seen: FaceSight): FaceSight {
  return kept === null || seen.quality.total > kept.quality.total + CLEARLY ? seen : kept;
}
