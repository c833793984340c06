import type { Picture } from './picture.ts';

/** Bilinear with half-pixel centres, as OpenCV and PyTorch (`align_corners=False`) do it. */
export function resizePicture(picture: Picture, width: number, height: number): Picture {
  const { pixels } = picture;
  const columns = interpolation(picture.width, width);
  const rows = interpolation(picture.height, height);
  const resized = new Uint8Array(width * height * 3);
  let to = 0;
  for (const { low: top, high: bottom, weight: down } of rows) {
    const upper = top * picture.width;
    const lower = bottom * picture.width;
    for (const { low: left, high: right, weight: across } of columns) {
      for (let channel = 0; channel < 3; channel++) {
        const upperLeft = pixels[(upper + left) * 3 + channel]!;
        const upperRight = pixels[(upper + right) * 3 + channel]!;
        const lowerLeft = pixels[(lower + left) * 3 + channel]!;
        const lowerRight = pixels[(lower + right) * 3 + channel]!;
        const above = upperLeft + (upperRight - upperLeft) * across;
        const below = lowerLeft + (lowerRight - lowerLeft) * across;
        resized[to++] = Math.round(above + (below - above) * down);
      }
    }
  }
  return { width, height, pixels: resized };
}

/** For each target position the two source positions that it lies between. */
function interpolation(from: number, to: number): { low: number; high: number; weight: number }[] {
  return Array.from({ length: to }, (_, index) => {
    const position = Math.min(from - 1, Math.max(0, ((index + 0.5) * from) / to - 0.5));
    const low = Math.floor(position);
    return { low, high: Math.min(from - 1, low + 1), weight: position - low };
  });
}
