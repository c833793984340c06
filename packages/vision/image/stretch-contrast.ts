import type { Picture } from './picture.ts';

/** Parts of the pixels that may become fully black or white. */
const CUT_OFF = 0.01;

/**
 * The picture with its luma spread over the whole range, colours along with it: text in shadow or haze becomes as plain
 * as it can. A picture that has the whole range already is given back as it is.
 */
export function stretchContrast(picture: Picture): Picture {
  const { pixels, width, height } = picture;
  const counts = new Uint32Array(256);
  for (let at = 0; at < pixels.length; at += 3) {
    const luma = (77 * pixels[at]! + 150 * pixels[at + 1]! + 29 * pixels[at + 2]!) >> 8;
    counts[luma]! += 1;
  }
  const most = width * height * CUT_OFF;
  let low = 0;
  for (let seen = counts[0]!; seen <= most && low < 254; ) seen += counts[++low]!;
  let high = 255;
  for (let seen = counts[255]!; seen <= most && high > low + 1; ) seen += counts[--high]!;
  const gain = 255 / Math.max(16, high - low);
  if (gain < 1.15) return picture;
  const table = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.min(255, Math.max(0, Math.round((value - low) * gain))),
  );
  return { width, height, pixels: pixels.map((value) => table[value]!) };
}
