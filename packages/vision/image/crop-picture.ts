import type { Picture } from './picture.ts';

/** The pixels inside a box, as far as it lies on the picture; null where it does not. Units: pixels, rounded outwards. */
export function cropPicture(
  picture: Picture,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): (Picture & { readonly x: number; readonly y: number }) | null {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const width = Math.min(picture.width, Math.ceil(box.x + box.width)) - x;
  const height = Math.min(picture.height, Math.ceil(box.y + box.height)) - y;
  if (!(width > 0 && height > 0)) return null;
  const pixels = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * picture.width + x) * 3;
    pixels.set(picture.pixels.subarray(from, from + width * 3), row * width * 3);
  }
  return { x, y, width, height, pixels };
}
