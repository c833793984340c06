import { readFile } from 'node:fs/promises';
import { AmaanError } from '@amaan/contracts/problem';
import { decodePicture } from '@amaan/vision/image/decode-picture';
import type { Picture } from '@amaan/vision/image/picture';

/**
 * A picture file, turned as its camera says.
 * @throws AmaanError `FILE_NOT_READABLE` or `PICTURE_UNREADABLE`.
 */
export async function readPicture(file: string): Promise<Picture> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new AmaanError('FILE_NOT_READABLE', `${file} cannot be read.`, { cause });
  }
  return decodePicture(bytes, file);
}
