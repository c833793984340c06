import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import { failedPart } from '@amaan/face-recognition/quality/face-quality';
import { qualityAdvice } from '@amaan/face-recognition/quality/quality-advice';
import { qualityFloor } from '@amaan/face-recognition/system';
import { cropPicture } from '@amaan/vision/image/crop-picture';
import type { Picture } from '@amaan/vision/image/picture';
import { HttpError } from '../http/http-errors.ts';

/** How much around a face is kept, as a part of its size on each side. */
const MARGIN = 0.6;

/**
 * The one face of a picture that is good enough to be compared.
 * @throws HttpError 422 `FACE_NOT_FOUND`, `FACES_SEVERAL`, or `FACE_QUALITY_` and the part that is too bad, with advice
 */
export function chooseFace(faces: readonly ExaminedFace[]): ExaminedFace {
  const floor = qualityFloor();
  const usable = faces.filter(({ quality }) => qualityAdvice(quality, floor) === null);
  if (usable.length === 1) return usable[0]!;
  if (usable.length > 1)
    throw new HttpError(
      422,
      'FACES_SEVERAL',
      `The picture shows ${usable.length} faces, and nobody can tell which is meant; nothing was stored. Cut out the one person.`,
    );
  const best = faces.toSorted((a, b) => b.quality.total - a.quality.total)[0];
  if (best === undefined)
    throw new HttpError(
      422,
      'FACE_NOT_FOUND',
      'No face is found in the picture; nothing was stored. Bring one that shows the face from the front.',
    );
  throw new HttpError(
    422,
    `FACE_QUALITY_${failedPart(best.quality, floor)!.toUpperCase()}`,
    `The face is not good enough to be compared, so nothing was stored. ${qualityAdvice(best.quality, floor)!.en}`,
  );
}

/** The face with a little around it: other people in the picture are not kept. */
export function cutOutFace(picture: Picture, { box }: Pick<ExaminedFace, 'box'>): Picture {
  const cut = cropPicture(picture, {
    x: box.x - box.width * MARGIN,
    y: box.y - box.height * MARGIN,
    width: box.width * (1 + 2 * MARGIN),
    height: box.height * (1 + 2 * MARGIN),
  });
  return cut ?? picture;
}
