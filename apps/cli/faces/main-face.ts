import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import type { Picture } from '@amaan/vision/image/picture';

/**
 * The face that a picture is of, where it shows several: large, near the middle and surely a face. The distance from
 * the middle, as a part of the way to a corner, takes up to half of a face's weight.
 */
export function mainFace(faces: readonly ExaminedFace[], picture: Picture): ExaminedFace | null {
  const weight = ({ box, confidence }: ExaminedFace): number => {
    const across = (box.x + box.width / 2) / picture.width - 0.5;
    const down = (box.y + box.height / 2) / picture.height - 0.5;
    return box.height * confidence * (1 - Math.min(1, Math.hypot(across, down) * Math.SQRT2) / 2);
  };
  return faces.reduce<ExaminedFace | null>(
    (best, face) => (best === null || weight(face) > weight(best) ? face : best),
    null,
  );
}
