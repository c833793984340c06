import { similarityOf } from '@amaan/face-recognition/embedding/embed-face';
import type { ExaminedFace, FaceReader } from '@amaan/face-recognition/face-reader';
import { overlapOf } from '@amaan/face-recognition/finding/face-box';
import { failedPart } from '@amaan/face-recognition/quality/face-quality';
import { qualityFloor } from '@amaan/face-recognition/system';
import type { Picture } from '@amaan/vision/image/picture';
import { cleanCut, degradedFaces } from './degraded-faces.ts';
import { matchFaces } from './match-faces.ts';
import type { SamplePhoto } from './sample-photos.ts';

/** Faces from which degraded ones are made: enough, without making the benchmark long. */
const FACES = 24;

/** What became of a face that was made worse in one way; `seen` is null where it was not found any more. */
export interface DegradedSight {
  readonly kind: string;
  readonly seen: {
    /** Of the total, 0–1. */
    readonly quality: number;
    /** To the face that it was. */
    readonly similarity: number;
    /** Whether its quality would allow a search. */
    readonly isFit: boolean;
  } | null;
}

/** Faces made worse in six ways, each looked for again and compared with the face that it was. */
export async function* degradedSights(
  photos: readonly SamplePhoto[],
  reader: FaceReader,
): AsyncGenerator<DegradedSight> {
  let faces = 0;
  for await (const { cut, face } of cleanFaces(photos, reader)) {
    if (faces++ === FACES) break;
    const clean = await reader.embed(face, null);
    for await (const { kind, picture } of degradedFaces(cut, face)) {
      const found = sameFace(await reader.examineAll(picture, null), face, picture.width / cut.width);
      if (!found) {
        yield { kind, seen: null };
        continue;
      }
      const similarity = similarityOf(clean, await reader.embed(found, null));
      const isFit = failedPart(found.quality, qualityFloor()) === null;
      yield { kind, seen: { quality: found.quality.total, similarity, isFit } };
    }
  }
}

async function* cleanFaces(photos: readonly SamplePhoto[], reader: FaceReader) {
  for (const { picture, faces } of photos) {
    if (faces.length > 10) continue;
    for (const { found } of matchFaces(faces, await reader.examineAll(picture, null)).pairs) {
      if (!found || found.box.height < 60 || failedPart(found.quality, qualityFloor()) !== null) continue;
      const cut: Picture = await cleanCut(picture, found);
      const [middle] = (await reader.examineAll(cut, null)).toSorted(
        (a, b) => fromMiddle(a, cut) - fromMiddle(b, cut),
      );
      if (middle) yield { cut, face: middle };
    }
  }
}

function fromMiddle({ box }: ExaminedFace, { width, height }: Picture): number {
  return Math.hypot(box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2);
}

function sameFace(
  found: readonly ExaminedFace[],
  { box }: ExaminedFace,
  by: number,
): ExaminedFace | undefined {
  const there = { x: box.x * by, y: box.y * by, width: box.width * by, height: box.height * by };
  return found.find((one) => overlapOf(one.box, there) > 0.3);
}
