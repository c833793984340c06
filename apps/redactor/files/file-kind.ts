import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { RedactError } from './redact-error.ts';

/** Pictures that are written, by the extension of the result's name. */
export const PICTURE_EXTENSIONS = {
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
} as const;
export type PictureFormat = (typeof PICTURE_EXTENSIONS)[keyof typeof PICTURE_EXTENSIONS];

/** What a file is by its first bytes; its name is not believed. */
export async function isPicture(path: string): Promise<boolean> {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
  const head = buffer.subarray(0, bytesRead);
  const text = head.toString('latin1');
  return (
    text.startsWith('\xff\xd8\xff') ||
    text.startsWith('\x89PNG\r\n\x1a\n') ||
    (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP')
  );
}

/** @throws RedactError `REDACT_OUTPUT_KIND` when the name is not that of a picture. */
export function pictureFormatOf(path: string): PictureFormat {
  const extension = extname(path).toLowerCase();
  const format = PICTURE_EXTENSIONS[extension as keyof typeof PICTURE_EXTENSIONS];
  if (format) return format;
  throw new RedactError(
    'REDACT_OUTPUT_KIND',
    `A picture is masked into a picture: name the result .jpg, .png or .webp instead of ${extension || 'nothing'}.`,
  );
}

/** @throws RedactError `REDACT_OUTPUT_KIND` when the name is not that of an MP4. */
export function assertVideoName(path: string): void {
  if (extname(path).toLowerCase() === '.mp4') return;
  throw new RedactError('REDACT_OUTPUT_KIND', 'A video is masked into an MP4: name the result .mp4.');
}
