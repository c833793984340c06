import { freshJpeg } from '@amaan/vision/image/fresh-jpeg';
import { HttpError } from '../http/http-errors.ts';

/** Letters on a photographed sheet of paper can be read at this size. */
const LONGEST_EDGE = 3200;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** A file of at most so many bytes. @throws HttpError 413 `FILE_TOO_LARGE`, 422 `FILE_EMPTY` */
export function requireSize(bytes: Buffer, largest: number): void {
  if (bytes.length === 0) throw new HttpError(422, 'FILE_EMPTY', 'The file is empty; nothing was stored.');
  if (bytes.length > largest) throw fileTooLarge(largest);
}

/** @returns HttpError 413 `FILE_TOO_LARGE` */
export function fileTooLarge(largest: number): HttpError {
  return new HttpError(
    413,
    'FILE_TOO_LARGE',
    `The file is larger than ${Math.round(largest / 1024 / 1024)} MB; nothing was stored. Bring a smaller one.`,
  );
}

/**
 * Makes a stranger's picture anew, without anything that was beside its pixels. What it is follows from its bytes.
 * @returns null: by its content it is neither JPEG nor PNG
 * @throws HttpError 422 `FILE_UNREADABLE`
 */
export async function cleanPicture(bytes: Buffer): Promise<Buffer | null> {
  const format = startsWith(bytes, JPEG) ? 'jpeg' : startsWith(bytes, PNG) ? 'png' : null;
  if (format === null) return null;
  try {
    return await freshJpeg(bytes, { format, longestEdge: LONGEST_EDGE });
  } catch (cause) {
    throw new HttpError(
      422,
      'FILE_UNREADABLE',
      'This picture is damaged or has too many pixels; nothing was stored. Take it again and bring the new one.',
      { cause },
    );
  }
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
