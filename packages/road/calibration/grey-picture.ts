import type { Frame } from '@amaan/vision/frame';

/** A picture of brightness alone, 0–255, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly levels: Float32Array;
}

/**
 * The brightness (ITU-R BT.601) of a frame, made smaller to `width` columns by the mean of what each pixel covers.
 * @returns null where the frame is narrower than `width`: nothing is made up.
 */
export function greyPicture(
  frame: Pick<Frame, 'width' | 'height' | 'pixels'>,
  width: number,
): GreyPicture | null {
  if (frame.width < width) return null;
  const height = Math.max(1, Math.round((frame.height * width) / frame.width));
  const levels = new Float32Array(width * height);
  const sums = new Uint32Array(width * height);
  for (let y = 0; y < frame.height; y++) {
    const row = Math.min(height - 1, Math.floor((y * height) / frame.height)) * width;
    for (let x = 0; x < frame.width; x++) {
      const from = (y * frame.width + x) * 3;
      const to = row + Math.floor((x * width) / frame.width);
      levels[to]! +=
        0.299 * frame.pixels[from]! + 0.587 * frame.pixels[from + 1]! + 0.114 * frame.pixels[from + 2]!;
      sums[to]! += 1;
    }
  }
  for (let at = 0; at < levels.length; at++) levels[at]! /= Math.max(1, sums[at]!);
  return { width, height, levels };
}
