import type { InferenceStanding } from '@amaan/analytics/permits/inference-desk';
import type { Digest } from '@amaan/contracts/digest';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { Box } from '@amaan/contracts/geometry';
import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import { type FaceBox, grownBox, partOf } from '@amaan/face-recognition/finding/face-box';
import { roomFor } from '@amaan/face-recognition/liveness/presentation-attack';
import type { FaceSight } from '@amaan/face-recognition/tracks/better-sight';
import type { Frame } from '@amaan/vision/frame';
import { cropPicture } from '@amaan/vision/image/crop-picture';
import type { Picture } from '@amaan/vision/image/picture';
import { resizePicture } from '@amaan/vision/image/resize-picture';

/** Longest side of the picture around a face, in pixels. */
const CONTEXT_SIDE = 960;
/** The crop that people see is larger than the face by this. */
const CROP_ROOM = 1.6;

/** What all faces of one frame share, made when the first of them is kept. */
export interface SightFrame {
  /** sha256 of the pixels that the models saw. */
  readonly digest: Digest;
  readonly context: Picture;
  readonly standing: InferenceStanding;
}

/** The best sight of a passage: pixels, until it is known whether anybody resembles it. No template. */
export interface KeptSight {
  readonly sight: FaceSight;
  readonly frame: SightFrame;
  /** Where the face was, as parts of the frame. */
  readonly place: Box;
  /** The face and what is around it, at the frame's resolution. */
  readonly surroundings: Picture;
  /** Where the face is in them, in pixels. */
  readonly box: FaceBox;
}

export function sightFrameOf(frame: Frame, standing: InferenceStanding): SightFrame {
  const { width, height, pixels } = frame;
  const scale = CONTEXT_SIDE / Math.max(width, height);
  const context =
    scale >= 1
      ? { width, height, pixels: pixels.slice() }
      : resizePicture(frame, Math.round(width * scale), Math.round(height * scale));
  return { digest: digestOfBytes(pixels), context, standing };
}

/** @returns null for a box that does not lie on the frame */
export function keepSight(
  { box }: ExaminedFace,
  frame: Frame,
  sight: FaceSight,
  of: SightFrame,
): KeptSight | null {
  const surroundings = cropPicture(frame, roomFor(box, frame));
  const place = partOf(box, frame);
  if (surroundings === null || place === null) return null;
  return {
    sight,
    frame: of,
    place,
    surroundings,
    box: { ...box, x: box.x - surroundings.x, y: box.y - surroundings.y },
  };
}

/** The face alone, for people to look at. */
export function faceCropOf({ surroundings, box }: KeptSight): Picture {
  return cropPicture(surroundings, grownBox(box, CROP_ROOM)) ?? surroundings;
}

/** Overwrites the face; the frame that it was on is others’, too. */
export function forgetSight({ sight, surroundings }: KeptSight): void {
  sight.aligned.pixels.fill(0);
  surroundings.pixels.fill(0);
}
