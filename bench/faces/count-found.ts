import type { FaceReader } from '@amaan/face-recognition/face-reader';
import { matchFaces } from './match-faces.ts';
import type { SamplePhoto } from './sample-photos.ts';

/** Height in pixels from which on a face is asked for. */
export const LEAST_FACE = 24;

/** A marked face that is large enough, and whether it was found. */
export interface SoughtFace {
  readonly isFound: boolean;
  /** In pixels. */
  readonly height: number;
  /** Whether it is nearer to an edge of its picture than its own height. */
  readonly isNearEdge: boolean;
}

/** Looks for the marked faces of photographs. */
export async function countFound(
  photos: readonly SamplePhoto[],
  reader: FaceReader,
): Promise<{ sought: SoughtFace[]; extra: number }> {
  const sought: SoughtFace[] = [];
  let extra = 0;
  for (const { picture, faces } of photos) {
    const matched = matchFaces(faces, await reader.examineAll(picture, null));
    for (const { marked, found } of matched.pairs) {
      const [x, y, width, height] = marked.box;
      if (height < LEAST_FACE - 0.5) continue;
      const margin = Math.min(x, y, picture.width - x - width, picture.height - y - height);
      sought.push({ isFound: found !== null, height, isNearEdge: margin < height });
    }
    extra += matched.extra.length;
  }
  return { sought, extra };
}
