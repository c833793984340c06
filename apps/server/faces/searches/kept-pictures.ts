import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import { type FaceBox, grownBox, partOf } from '@amaan/face-recognition/finding/face-box';
import { maskPicture } from '@amaan/redaction/masks/mask-picture';
import { cropPicture } from '@amaan/vision/image/crop-picture';
import { encodeJpeg } from '@amaan/vision/image/encode-jpeg';
import type { Picture } from '@amaan/vision/image/picture';
import { resizePicture } from '@amaan/vision/image/resize-picture';

/** Longest side of the picture around a face, in pixels. */
const CONTEXT_SIDE = 1920;
/** The crop that people see is larger than the face by this. */
const CROP_ROOM = 1.6;
/** A cover is larger than its face by this: hair and chin show who somebody is, too. */
const COVER_ROOM = 1.5;

/** What is kept of a picture in which somebody was found, as JPEG without metadata. */
export interface KeptPictures {
  readonly crop: Buffer;
  readonly picture: Buffer;
}

/** The face of a possible match, and the picture that it is from with every other face in it covered for good. */
export async function keptPictures(
  picture: Picture,
  face: Pick<ExaminedFace, 'box'>,
  all: readonly Pick<ExaminedFace, 'box'>[],
): Promise<KeptPictures> {
  const others = all.filter((other) => other !== face).map(({ box }) => box);
  const around = cropPicture(picture, grownBox(face.box, CROP_ROOM)) ?? picture;
  const { x = 0, y = 0 } = around as { readonly x?: number; readonly y?: number };
  const moved = (box: FaceBox) => ({ ...box, x: box.x - x, y: box.y - y });
  const scale = Math.min(1, CONTEXT_SIDE / Math.max(picture.width, picture.height));
  const context =
    scale === 1
      ? picture
      : resizePicture(picture, Math.round(picture.width * scale), Math.round(picture.height * scale));
  const scaled = ({ x: left, y: top, width, height }: FaceBox) => ({
    ...{ x: left * scale, y: top * scale },
    ...{ width: width * scale, height: height * scale },
  });
  const shown = [
    withOthersCovered(around, moved(face.box), others.map(moved)),
    withOthersCovered(context, scaled(face.box), others.map(scaled)),
  ] as const;
  try {
    return { crop: await encodeJpeg(shown[0]), picture: await encodeJpeg(shown[1]) };
  } finally {
    for (const one of [around, context, ...shown]) if (one !== picture) one.pixels.fill(0);
  }
}

/** A copy in which other faces are covered; the one face stays as it is, also where a cover would reach over it. */
function withOthersCovered(picture: Picture, face: FaceBox, others: readonly FaceBox[]): Picture {
  const { width, height } = picture;
  const covered = { width, height, pixels: picture.pixels.slice() };
  const boxes = others
    .map((box) => partOf(grownBox(box, COVER_ROOM), picture))
    .filter((part) => part !== null);
  maskPicture(covered, boxes, 'fill');
  const bare = cropPicture(picture, face);
  if (bare === null) return covered;
  for (let row = 0; row < bare.height; row++) {
    const from = row * bare.width * 3;
    const to = ((bare.y + row) * width + bare.x) * 3;
    covered.pixels.set(bare.pixels.subarray(from, from + bare.width * 3), to);
  }
  bare.pixels.fill(0);
  return covered;
}
