import type { Frame } from '../frame.ts';

/** Side of a block in pixels. The smallest objects that a detector finds touch four of them. */
const BLOCK = 8;
/** Every second pixel of every second row is enough for a mean. */
const STEP = 2;
const SAMPLES = (BLOCK / STEP) ** 2;

export interface BlockGrid {
  readonly columns: number;
  readonly rows: number;
}

/** How many blocks a picture of this size has; a rest smaller than a block is left out. */
export function blockGrid({ width, height }: Pick<Frame, 'width' | 'height'>): BlockGrid {
  return { columns: Math.floor(width / BLOCK), rows: Math.floor(height / BLOCK) };
}

/**
 * Writes the mean green (0–255) of each 8 × 8 block of an RGB picture into `means`, row by row: green is
 * the colour that a camera measures best and most of what the eye calls brightness.
 */
export function blockMeans(
  { width, height, pixels }: Pick<Frame, 'width' | 'height' | 'pixels'>,
  means: Float32Array,
): void {
  const { columns, rows } = blockGrid({ width, height });
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let y = 0; y < BLOCK; y += STEP) {
        const start = ((row * BLOCK + y) * width + column * BLOCK) * 3 + 1;
        for (let x = 0; x < BLOCK * 3; x += STEP * 3) sum += pixels[start + x]!;
      }
      means[row * columns + column] = sum / SAMPLES;
    }
  }
}
