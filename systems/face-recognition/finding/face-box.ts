import type { Quad } from '@amaan/vision/image/homography';

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
