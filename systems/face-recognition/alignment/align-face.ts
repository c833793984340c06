import type { Picture } from '@amaan/vision/image/picture';
import { warpQuad } from '@amaan/vision/image/warp-quad';
import type { FivePoints } from '../landmarks/landmarks.ts';
import { fitSimilarity, inverseOf, transform } from './similarity-transform.ts';

/** Side in pixels of an aligned face. */
export const ALIGNED_SIDE = 112;

/** Where the five points of an aligned face lie: the places that the embedding was trained with. */
export const PLACES: FivePoints = [
  { x: 38.29, y: 51.7 },
  { x: 73.53, y: 51.5 },
  { x: 56.03, y: 71.74 },
  { x: 41.55, y: 92.37 },
  { x: 70.73, y: 92.2 },
];

/**
 * A face upright at the size that the embedding takes, 112 × 112 pixels.
 * @returns null when its five points are one.
 */
export function alignFace(picture: Picture, points: FivePoints): Picture | null {
  const there = fitSimilarity(points, PLACES);
  if (there === null || Math.hypot(there.a, there.b) < 1e-6) return null;
  const back = inverseOf(there);
  const [a, b, c, d] = [
    { x: 0, y: 0 },
    { x: ALIGNED_SIDE, y: 0 },
    { x: ALIGNED_SIDE, y: ALIGNED_SIDE },
    { x: 0, y: ALIGNED_SIDE },
  ].map((corner) => transform(back, corner));
  return warpQuad(picture, [a!, b!, c!, d!], ALIGNED_SIDE, ALIGNED_SIDE);
}
