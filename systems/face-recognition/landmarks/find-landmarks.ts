import type { Identifier } from '@amaan/contracts/identifier';
import type { Picture } from '@amaan/vision/image/picture';
import { warpQuad } from '@amaan/vision/image/warp-quad';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { type FaceBox, grownBox, quadOf, squareOf } from '../finding/face-box.ts';
import type { Landmarks } from './landmarks.ts';

/** The model looks at the square around the box, made larger by this. */
const ROOM = 1.2;

/**
 * The 68 points of the face in a box.
 *
 * @param box as the detector gave it, in pixels of the picture.
 * @returns null for a box without area.
 * @throws PermitDenied when the permit does not cover this, now.
 */
export async function findLandmarks(
  picture: Picture,
  box: FaceBox,
  session: InferenceSession,
  cameraId: Identifier | null,
): Promise<Landmarks | null> {
  const { input } = session.model.manifest;
  const room = grownBox(squareOf(box), ROOM);
  const cut = warpQuad(picture, quadOf(room), input.width, input.height);
  if (cut === null) return null;
  const [output] = await session.run(cameraId, greyTensor(cut, input.mean[0]!, input.std[0]!));
  const values = output!.data;
  return Array.from({ length: values.length / 2 }, (_, index) => ({
    x: room.x + values[index * 2]! * room.width,
    y: room.y + values[index * 2 + 1]! * room.height,
  }));
}

/**
 * The box moved and enlarged a little. Landmarks that are seen come out at the same places from it; those that the
 * model has to guess, because something hides them, move.
 */
export function shakenBox(box: FaceBox): FaceBox {
  const square = squareOf(box);
  const shaken = grownBox(square, 1.06);
  return { ...shaken, x: shaken.x + 0.06 * square.width, y: shaken.y + 0.04 * square.height };
}

/** Luma (ITU-R BT.601) as `1 × 1 × height × width`, less the mean and divided by the deviation. */
function greyTensor({ pixels, width, height }: Picture, mean: number, std: number): Float32Array {
  const tensor = new Float32Array(width * height);
  for (let at = 0; at < tensor.length; at++) {
    const luma = 0.299 * pixels[at * 3]! + 0.587 * pixels[at * 3 + 1]! + 0.114 * pixels[at * 3 + 2]!;
    tensor[at] = (luma - mean) / std;
  }
  return tensor;
}
