import { AmaanError } from '@amaan/contracts/problem';
import { sharp } from './configured-sharp.ts';
import type { Picture } from './picture.ts';

/** Larger pictures are refused: a few kilobytes can claim to be gigapixels. */
const MOST_PIXELS = 60_000_000;

/**
 * A picture file (JPEG, PNG, WebP, …) as RGB, turned as its camera says.
 * @throws AmaanError `PICTURE_UNREADABLE` when it is none, is damaged, or has more than 60 million pixels.
 */
export async function decodePicture(bytes: Uint8Array, name: string): Promise<Picture> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
  } catch (cause) {
    throw new AmaanError(
      'PICTURE_UNREADABLE',
      `${name} is not a picture that can be read (JPEG, PNG or WebP, at most 60 million pixels).`,
      { cause },
    );
  }
}
