import type { Identifier } from '@amaan/contracts/identifier';
import type { Picture } from '@amaan/vision/image/picture';
import { pictureTensor } from '@amaan/vision/image/picture-tensor';
import { warpQuad } from '@amaan/vision/image/warp-quad';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { type FaceBox, grownBox, quadOf } from '../finding/face-box.ts';

/** The model looks at the box made larger by this, for a screen's frame or a sheet's edge is beside the face. */
const ROOM = 2.7;
/** Of the model's three classes the one that is a living face; the others are kinds of pictures of one. */
const LIVING = 0;

/**
 * How likely the face is a picture of a face: a print or a screen held before the camera. 0 is a living face, 1 an
 * attack. It is a hint beside a match, never a reason to drop one: see the model card for what was measured.
 *
 * The room about the box is shrunk to what fits into the picture and shifted inside it: the model was made with such
 * cuts, and a repeated edge would look like a frame to it.
 *
 * @returns null for a box without area.
 * @throws PermitDenied when the permit does not cover this, now.
 */
export async function presentationAttackScore(
  picture: Picture,
  box: FaceBox,
  session: InferenceSession,
  cameraId: Identifier | null,
): Promise<number | null> {
  const { input } = session.model.manifest;
  const cut = warpQuad(picture, quadOf(roomFor(box, picture)), input.width, input.height);
  if (cut === null) return null;
  const [output] = await session.run(cameraId, pictureTensor(cut, input));
  const most = Math.max(...output!.data);
  const powers = Array.from(output!.data, (value) => Math.exp(value - most));
  return 1 - powers[LIVING]! / powers.reduce((sum, power) => sum + power, 0);
}

/** What the model is to see of a picture for a face in this box. */
export function roomFor(box: FaceBox, picture: Pick<Picture, 'width' | 'height'>): FaceBox {
  const by = Math.min(ROOM, picture.width / box.width, picture.height / box.height);
  const room = grownBox(box, by);
  const inside = (start: number, size: number, most: number) => Math.max(0, Math.min(start, most - size));
  return {
    ...room,
    x: inside(room.x, room.width, picture.width),
    y: inside(room.y, room.height, picture.height),
  };
}
