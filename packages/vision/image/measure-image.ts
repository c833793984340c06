import type { Frame } from '../frame.ts';

export interface ImageQuality {
  /** Mean luma (ITU-R BT.601), 0 to 255. */
  readonly brightness: number;
  /** Variance of the Laplacian of the luma. */
  readonly sharpness: number;
}

/**
 * How bright and how sharp a picture is. Blur takes the fine differences between neighbours away, so a small
 * variance of the Laplacian tells of it: J. L. Pech-Pacheco et al., "Diatom autofocusing in brightfield
 * microscopy", ICPR (2000) 314–317. Compare it only within one camera, since a plain wall is never sharp.
 * About 1 ms for 416 × 416 pixels.
 */
export function measureImage({
  pixels,
  width,
  height,
}: Pick<Frame, 'pixels' | 'width' | 'height'>): ImageQuality {
  const luma = new Float32Array(width * height);
  let total = 0;
  for (let at = 0; at < luma.length; at++) {
    const value = 0.299 * pixels[at * 3]! + 0.587 * pixels[at * 3 + 1]! + 0.114 * pixels[at * 3 + 2]!;
    luma[at] = value;
    total += value;
  }
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const edge = luma[at - 1]! + luma[at + 1]! + luma[at - width]! + luma[at + width]! - 4 * luma[at]!;
      sum += edge;
      squares += edge * edge;
    }
  }
  const inner = Math.max(1, (width - 2) * (height - 2));
  const mean = sum / inner;
  return {
    brightness: Math.min(255, total / Math.max(1, luma.length)),
    sharpness: Math.max(0, squares / inner - mean * mean),
  };
}
