import { AmaanError } from '@amaan/contracts/problem';
import { sharp } from './configured-sharp.ts';

/**
 * More pixels are refused: a few kilobytes can claim to be gigapixels. Phones make JPEGs of 200 million, which are read at a
 * part of their size; a PNG has to be read as a whole.
 */
const MOST_PIXELS = { jpeg: 210_000_000, png: 60_000_000 } as const;
const QUALITY = 86;

export interface FreshJpegOptions {
  /** What the bytes must be; nothing else is decoded. */
  readonly format: 'jpeg' | 'png';
  /** The longer edge of the result at most, in pixels; smaller pictures keep their size. */
  readonly longestEdge: number;
}

/**
 * A picture of unknown origin made anew: its pixels decoded, turned as its camera says, and written as a JPEG that has
 * nothing else of it, neither what stood before or after the picture nor where and by whom it was taken (Exif, XMP, IPTC,
 * comments).
 * @throws AmaanError `PICTURE_UNREADABLE` when it is of another kind, is damaged, or has too many pixels
 */
export async function freshJpeg(
  bytes: Uint8Array,
  { format, longestEdge }: FreshJpegOptions,
): Promise<Buffer> {
  try {
    // One page: whatever moves is one still picture.
    const image = sharp(bytes, {
      limitInputPixels: MOST_PIXELS[format],
      failOn: 'error',
      pages: 1,
      sequentialRead: true,
    });
    const found = await image.metadata();
    if (found.format !== format) throw new TypeError(`It is ${found.format} and not ${format}.`);
    return await image
      .rotate()
      .resize({ width: longestEdge, height: longestEdge, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .toBuffer();
  } catch (cause) {
    throw new AmaanError('PICTURE_UNREADABLE', 'This is not a picture that can be read.', { cause });
  }
}
