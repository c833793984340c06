import { cropPicture } from '@amaan/vision/image/crop-picture';
import type { Picture } from '@amaan/vision/image/picture';
import { resizePicture } from '@amaan/vision/image/resize-picture';
import type { SamplePhoto } from './sample-photos.ts';
import { resized } from './scale-photo.ts';

const WIDTH = 1920;
const HEIGHT = 1080;
/** Heights in pixels of the faces of people who walk towards a camera, and where the middles of their cuts lie. */
const PLACES = [
  { height: 40, x: 300, y: 300 },
  { height: 56, x: 700, y: 260 },
  { height: 80, x: 1080, y: 380 },
  { height: 110, x: 1480, y: 420 },
  { height: 160, x: 600, y: 720 },
] as const;
/** A face is cut out with so much around it, as a part of its height. */
const AROUND = 1.1;

/**
 * A 1080p frame with five faces of sample photographs at the sizes of people at several distances, on a scene without a
 * face: a part of the first photograph's background, made large.
 */
export async function composeFrame(photos: readonly SamplePhoto[]): Promise<Picture> {
  const first = photos[0]!;
  const scene = cropPicture(first.picture, { x: 0, y: 0, width: 320, height: 180 })!;
  const frame = resizePicture(scene, WIDTH, HEIGHT);
  const faces = photos.flatMap(({ picture, faces: marked }) => marked.map(({ box }) => ({ picture, box })));
  for (const [index, place] of PLACES.entries()) {
    // Every third face, so that they come from several photographs.
    const { picture, box } = faces[index * 3]!;
    const [x, y, width, height] = box;
    const cut = cropPicture(picture, {
      x: x - height * AROUND * 0.5,
      y: y - height * AROUND * 0.5,
      width: width + height * AROUND,
      height: height * (1 + AROUND),
    })!;
    paste(frame, await resized(cut, place.height / height), place.x, place.y);
  }
  return frame;
}

function paste(frame: Picture, part: Picture, middleX: number, middleY: number): void {
  const left = Math.max(0, Math.min(frame.width - part.width, Math.round(middleX - part.width / 2)));
  const top = Math.max(0, Math.min(frame.height - part.height, Math.round(middleY - part.height / 2)));
  for (let row = 0; row < part.height; row++) {
    const from = row * part.width * 3;
    frame.pixels.set(
      part.pixels.subarray(from, from + part.width * 3),
      ((top + row) * frame.width + left) * 3,
    );
  }
}
