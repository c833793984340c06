import type { PictureFace } from '@amaan/contracts/faces/searches/picture-search';
import type { Box } from '@amaan/contracts/geometry';
import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import { overlapOf, partOf } from '@amaan/face-recognition/finding/face-box';
import { qualityAdvice } from '@amaan/face-recognition/quality/quality-advice';
import { qualityFloor } from '@amaan/face-recognition/system';
import type { Picture } from '@amaan/vision/image/picture';
import { HttpError } from '../../http/http-errors.ts';
import { chooseFace } from '../choose-face.ts';

/** A box that is told back overlaps the face that it was told for by this much at least. */
const SAME_FACE = 0.8;

/** The faces of a picture as a person chooses among them. */
export function pictureFaces(faces: readonly ExaminedFace[], picture: Picture): PictureFace[] {
  const floor = qualityFloor();
  return faces.flatMap(({ box, quality }) => {
    const place = partOf(box, picture);
    if (place === null) return [];
    const advice = qualityAdvice(quality, floor);
    return [
      {
        box: place,
        quality: { total: Math.min(1, quality.total), ...quality.parts },
        usable: advice === null,
        advice,
      },
    ];
  });
}

/**
 * The face that is to be searched; null where the picture shows several and nobody said which.
 * @throws HttpError 422 `FACE_NOT_FOUND`, `FACE_NOT_THERE`, or `FACE_QUALITY_` and the part that is too bad, with advice
 */
export function chooseSearchedFace(
  faces: readonly ExaminedFace[],
  picture: Picture,
  chosen: Box | undefined,
): ExaminedFace | null {
  if (faces.length === 0 || (chosen === undefined && faces.length === 1)) return chooseFace(faces);
  if (chosen === undefined) return null;
  const [x, y, width, height] = chosen;
  const box = {
    ...{ x: x * picture.width, y: y * picture.height },
    ...{ width: width * picture.width, height: height * picture.height },
  };
  const overlap = (face: ExaminedFace) => {
    const [left, top, wide, high] = partOf(face.box, picture) ?? [0, 0, 0, 0];
    return overlapOf(box, {
      ...{ x: left * picture.width, y: top * picture.height },
      ...{ width: wide * picture.width, height: high * picture.height },
    });
  };
  const meant = faces.toSorted((a, b) => overlap(b) - overlap(a))[0]!;
  if (overlap(meant) < SAME_FACE)
    throw new HttpError(
      422,
      'FACE_NOT_THERE',
      'There is no face at the place that was chosen; nothing was searched. Choose one of those that were shown.',
    );
  return chooseFace([meant]);
}
