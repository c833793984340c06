import type { Box } from '@amaan/contracts/geometry';
import type { Quad } from '@amaan/vision/image/homography';
import type { Picture } from '@amaan/vision/image/picture';

/** A box in pixels of a picture, its top left corner first; it may reach over the picture's edge. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a face may be. */
export interface FoundFace {
  readonly box: FaceBox;
  /** 0–1, as sure as the detector is. */
  readonly confidence: number;
}

/** The square around a box's middle with its height for side: the detector's boxes are narrower than a turned face. */
export function squareOf({ x, y, width, height }: FaceBox): FaceBox {
  return { x: x + (width - height) / 2, y, width: height, height };
}

/** The box made larger about its middle. */
export function grownBox({ x, y, width, height }: FaceBox, by: number): FaceBox {
  return {
    x: x - (width * (by - 1)) / 2,
    y: y - (height * (by - 1)) / 2,
    width: width * by,
    height: height * by,
  };
}

/** The box as parts of a picture, as far as it lies on it; null where it does not. */
export function partOf(
  { x, y, width, height }: FaceBox,
  picture: Pick<Picture, 'width' | 'height'>,
): Box | null {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const [right, bottom] = [Math.min(picture.width, x + width), Math.min(picture.height, y + height)];
  if (right <= left || bottom <= top) return null;
  return [
    left / picture.width,
    top / picture.height,
    (right - left) / picture.width,
    (bottom - top) / picture.height,
  ];
}

export function quadOf({ x, y, width, height }: FaceBox): Quad {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** Area that two boxes share, in square pixels. */
export function sharedArea(a: FaceBox, b: FaceBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Intersection over union of two boxes. */
export function overlapOf(a: FaceBox, b: FaceBox): number {
  const shared = sharedArea(a, b);
  return shared === 0 ? 0 : shared / (a.width * a.height + b.width * b.height - shared);
}
