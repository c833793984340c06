import type { Picture } from './picture.ts';

/** Bilinear with half-pixel centres, as OpenCV and PyTorch (`align_corners=False`) do it. */
export function resizePicture(picture: Picture, width: number, height: number): Picture {
  const { pixels } = picture;
  const columns = interpolation(picture.width, width, 3);
  const rows = interpolation(picture.height, height, picture.width * 3);
  const resized = new Uint8Array(width * height * 3);
  let to = 0;
  for (let row = 0; row < height; row++) {
    const top = rows.low[row]!;
    const bottom = rows.high[row]!;
    const down = rows.weight[row]!;
    for (let column = 0; column < width; column++) {
      const left = columns.low[column]!;
      const right = columns.high[column]!;
      const across = columns.weight[column]!;
      for (let channel = 0; channel < 3; channel++) {
        const upperLeft = pixels[top + left + channel]!;
        const lowerLeft = pixels[bottom + left + channel]!;
        const above = upperLeft + (pixels[top + right + channel]! - upperLeft) * across;
        const below = lowerLeft + (pixels[bottom + right + channel]! - lowerLeft) * across;
        // Never negative, so that cutting off after adding a half rounds.
        resized[to++] = above + (below - above) * down + 0.5;
      }
    }
  }
  return { width, height, pixels: resized };
}

/** For each target position the two source positions that it lies between, times the step from one to the next. */
function interpolation(from: number, to: number, step: number) {
  const low = new Int32Array(to);
  const high = new Int32Array(to);
  const weight = new Float64Array(to);
  for (let index = 0; index < to; index++) {
    const position = Math.min(from - 1, Math.max(0, ((index + 0.5) * from) / to - 0.5));
    const before = Math.floor(position);
    low[index] = before * step;
    high[index] = Math.min(from - 1, before + 1) * step;
    weight[index] = position - before;
  }
  return { low, high, weight };
}
