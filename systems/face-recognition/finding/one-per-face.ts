import { type FoundFace, overlapOf, sharedArea } from './face-box.ts';

/** Of two boxes that share more (intersection over union), one is the other once more. */
const SAME_FACE = 0.35;
/** A box that lies in another by more than this share of itself is a part of that face. */
const PART_OF_FACE = 0.75;

/**
 * Leaves one box a face, of those found in several tiles and at several sizes: greedy suppression from the surest on.
 * @returns surest first.
 */
export function onePerFace(faces: readonly FoundFace[]): FoundFace[] {
  const kept: FoundFace[] = [];
  for (const face of faces.toSorted((a, b) => b.confidence - a.confidence)) {
    if (!kept.some((surer) => isSame(surer, face))) kept.push(face);
  }
  return kept;
}

function isSame({ box: a }: FoundFace, { box: b }: FoundFace): boolean {
  if (overlapOf(a, b) > SAME_FACE) return true;
  const smaller = Math.min(a.width * a.height, b.width * b.height);
  return sharedArea(a, b) > PART_OF_FACE * smaller;
}
