import { type FoundFace, overlapOf } from '@amaan/face-recognition/finding/face-box';
import type { MarkedFace } from './sample-photos.ts';

/** Of a box drawn by eye and a found one that share so much (intersection over union), both are one face. */
const SAME_FACE = 0.35;

/** Marked faces with what was found for them, and what was found where nothing is marked. */
export interface MatchedFaces<Face> {
  readonly pairs: readonly { readonly marked: MarkedFace; readonly found: Face | null }[];
  readonly extra: readonly Face[];
}

/** Gives each marked face the found one that overlaps it most, each found one once. */
export function matchFaces<Face extends FoundFace>(
  marked: readonly MarkedFace[],
  found: readonly Face[],
): MatchedFaces<Face> {
  const left = new Set(found);
  const pairs = marked.map((face) => {
    const [x, y, width, height] = face.box;
    let best: Face | null = null;
    let most = SAME_FACE;
    for (const one of left) {
      const overlap = overlapOf(one.box, { x, y, width, height });
      if (overlap > most) {
        most = overlap;
        best = one;
      }
    }
    if (best) left.delete(best);
    return { marked: face, found: best };
  });
  return { pairs, extra: [...left] };
}
