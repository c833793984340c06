import { FILL } from '@amaan/redaction/masks/mask-style';
import type { Picture } from '@amaan/vision/image/picture';

/** How far a pixel of the fill may be from its grey after compression, in each channel. */
const NEAR = 12;
/** A face is covered when so much of its marked box is. */
export const COVERED = 0.9;

/**
 * Whether a pixel of a result shows the fill.
 * @param near how far it may be from it in each channel: of a result that was not compressed, 0
 */
export function isFilled({ width, pixels }: Picture, x: number, y: number, near = NEAR): boolean {
  const at = (y * width + x) * 3;
  for (let channel = 0; channel < 3; channel++)
    if (Math.abs(pixels[at + channel]! - FILL.rgb) > near) return false;
  return true;
}

/** Share of a box's pixels, of those within the picture, that show the fill. */
export function filledShare(
  picture: Picture,
  [x, y, width, height]: readonly [number, number, number, number],
  near = NEAR,
): number {
  let filled = 0;
  let count = 0;
  for (let row = Math.max(0, Math.ceil(y)); row < Math.min(picture.height, y + height); row++)
    for (let column = Math.max(0, Math.ceil(x)); column < Math.min(picture.width, x + width); column++) {
      count += 1;
      if (isFilled(picture, column, row, near)) filled += 1;
    }
  return count === 0 ? 0 : filled / count;
}

/** Share of a picture that shows the fill where it did not before, outside of boxes. */
export function needlessShare(
  masked: Picture,
  original: Picture,
  boxes: readonly (readonly [number, number, number, number])[],
): number {
  let filled = 0;
  for (let y = 0; y < masked.height; y++)
    for (let x = 0; x < masked.width; x++) {
      if (!isFilled(masked, x, y) || isFilled(original, x, y)) continue;
      if (boxes.some((box) => x >= box[0] && x < box[0] + box[2] && y >= box[1] && y < box[1] + box[3]))
        continue;
      filled += 1;
    }
  return filled / (masked.width * masked.height);
}
