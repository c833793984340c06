import type { Box } from '@amaan/contracts/geometry';
import type { MaskStyle } from '@amaan/contracts/redaction/masking';
import type { Picture } from '@amaan/vision/image/picture';
import { pixelArea } from '../covers/box-arithmetic.ts';
import { maskPlane } from './mask-plane.ts';
import { FILL } from './mask-style.ts';

/** Masks boxes, in fractions of the picture, in an RGB picture, in place. */
export function maskPicture(picture: Picture, boxes: readonly Box[], style: MaskStyle): void {
  const { width, pixels } = picture;
  for (const box of boxes) {
    const area = pixelArea(box, picture);
    if (area === null) continue;
    for (let channel = 0; channel < 3; channel++)
      maskPlane({ pixels, offset: channel, step: 3, stride: width * 3 }, area, style, FILL.rgb);
  }
}
