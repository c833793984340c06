import { homographyToQuad, type Quad } from './homography.ts';
import type { Picture } from './picture.ts';

/** More samples than so many a side of one pixel are not worth their time. */
const MOST_SAMPLES = 4;

/**
 * Cuts a quadrilateral out of a picture and straightens it to `width` × `height`: perspective, skew and rotation are
 * taken out. Bilinear; where the picture shrinks each pixel is the mean of a grid of samples, so that thin strokes
 * are kept. What lies beyond the edge repeats the edge.
 *
 * @returns null when the corners enclose nothing that could be straightened.
 */
export function warpQuad(picture: Picture, quad: Quad, width: number, height: number): Picture | null {
  const map = homographyToQuad(width, height, quad);
  if (map === null) return null;
  const [m0, m1, m2, m3, m4, m5, m6, m7] = map as number[];
  const samplesX = samplesFor(longest(quad[0], quad[1], quad[3], quad[2]) / width);
  const samplesY = samplesFor(longest(quad[0], quad[3], quad[1], quad[2]) / height);
  const pixels = new Uint8Array(width * height * 3);
  const count = samplesX * samplesY;
  const { pixels: from, width: fromWidth } = picture;
  const lastX = picture.width - 1;
  const lastY = picture.height - 1;
  let to = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++, to += 3) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let sampleY = 0; sampleY < samplesY; sampleY++) {
        const v = row + (sampleY + 0.5) / samplesY;
        for (let sampleX = 0; sampleX < samplesX; sampleX++) {
          const u = column + (sampleX + 0.5) / samplesX;
          const w = m6! * u + m7! * v + 1;
          const x = Math.min(lastX, Math.max(0, (m0! * u + m1! * v + m2!) / w - 0.5));
          const y = Math.min(lastY, Math.max(0, (m3! * u + m4! * v + m5!) / w - 0.5));
          const left = Math.floor(x);
          const top = Math.floor(y);
          const across = x - left;
          const down = y - top;
          const upperLeft = (top * fromWidth + left) * 3;
          const upperRight = left < lastX ? upperLeft + 3 : upperLeft;
          const step = top < lastY ? fromWidth * 3 : 0;
          const a = (1 - across) * (1 - down);
          const b = across * (1 - down);
          const c = (1 - across) * down;
          const d = across * down;
          const lowerLeft = upperLeft + step;
          const lowerRight = upperRight + step;
          red += a * from[upperLeft]! + b * from[upperRight]! + c * from[lowerLeft]! + d * from[lowerRight]!;
          green +=
            a * from[upperLeft + 1]! +
            b * from[upperRight + 1]! +
            c * from[lowerLeft + 1]! +
            d * from[lowerRight + 1]!;
          blue +=
            a * from[upperLeft + 2]! +
            b * from[upperRight + 2]! +
            c * from[lowerLeft + 2]! +
            d * from[lowerRight + 2]!;
        }
      }
      pixels[to] = red / count + 0.5;
      pixels[to + 1] = green / count + 0.5;
      pixels[to + 2] = blue / count + 0.5;
    }
  }
  return { width, height, pixels };
}

type Corner = Quad[number];

function longest(a: Corner, b: Corner, c: Corner, d: Corner): number {
  return Math.max(Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(d.x - c.x, d.y - c.y));
}

function samplesFor(pixelsPerPixel: number): number {
  return Math.min(MOST_SAMPLES, Math.max(1, Math.round(pixelsPerPixel)));
}
