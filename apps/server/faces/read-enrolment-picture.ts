import { LARGEST_FACE_PICTURE_BYTES, MOST_FACE_PICTURE_PIXELS } from '@amaan/contracts/faces/watchlist-entry';
import { AmaanError } from '@amaan/contracts/problem';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { decodePicture } from '@amaan/vision/image/decode-picture';
import type { Picture } from '@amaan/vision/image/picture';
import { HttpError } from '../http/http-errors.ts';

/** How each kind of file begins that is taken. What else a file may be as well does not matter: its pixels are kept. */
const KINDS: readonly ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  (bytes) =>
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP',
];

/**
 * The pixels of a picture that somebody brings, turned as its camera says. Nothing else of the file is kept: no
 * metadata, and nothing that was hidden in it.
 * @throws HttpError 413 `PICTURE_TOO_LARGE`; 415 `PICTURE_KIND`; 422 `PICTURE_TOO_MANY_PIXELS`, `PICTURE_SEVERAL`,
 *   `PICTURE_UNREADABLE`
 */
export async function readEnrolmentPicture(bytes: Buffer): Promise<Picture> {
  if (bytes.length > LARGEST_FACE_PICTURE_BYTES)
    throw new HttpError(
      413,
      'PICTURE_TOO_LARGE',
      'The picture is larger than 15 MB; nothing was stored. Bring a smaller one.',
    );
  if (!KINDS.some((is) => is(bytes)))
    throw new HttpError(415, 'PICTURE_KIND', 'The file is no JPEG, PNG or WebP picture; nothing was stored.');
  const { width, height, pages = 1 } = await sizeOf(bytes);
  if (width * height > MOST_FACE_PICTURE_PIXELS)
    throw new HttpError(
      422,
      'PICTURE_TOO_MANY_PIXELS',
      `The picture has ${Math.round((width * height) / 1e6)} million pixels, and 40 million are the most; nothing was stored. Bring a smaller one.`,
    );
  if (pages > 1)
    throw new HttpError(
      422,
      'PICTURE_SEVERAL',
      'The file holds several pictures; nothing was stored. Bring one picture.',
    );
  try {
    return await decodePicture(bytes, 'The file');
  } catch (error) {
    throw unreadable(error);
  }
}

/** What the header claims, without decoding anything. */
async function sizeOf(bytes: Buffer) {
  try {
    const { width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return { width, height, pages };
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(cause: unknown): HttpError {
  if (cause instanceof AmaanError && cause.code !== 'PICTURE_UNREADABLE') throw cause;
  return new HttpError(
    422,
    'PICTURE_UNREADABLE',
    'The picture is damaged or cut short and cannot be read; nothing was stored. Bring an intact copy.',
    { cause },
  );
}
