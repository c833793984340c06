import { readFile, writeFile } from 'node:fs/promises';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { decodePicture } from '@amaan/vision/image/decode-picture';
import type { Picture } from '@amaan/vision/image/picture';
import { type PictureFormat, pictureFormatOf } from './file-kind.ts';
import { maskStill } from './mask-still.ts';
import { notWritten, type OutputFile } from './output-file.ts';
import { RedactError } from './redact-error.ts';
import type { RedactOptions } from './redact-options.ts';
import { type RedactionReport, shownFindings } from './redaction-report.ts';

/** Quality of JPEG and WebP: compression hides nothing that matters to whoever looks at the rest. */
const QUALITY = 90;

/**
 * Masks a picture. The result is drawn from pixels alone, so that nothing else of the file comes along: no EXIF with
 * place and time, no thumbnail of the original, no transparent pixels, nothing that was hidden behind the picture.
 *
 * @throws AmaanError `PICTURE_UNREADABLE` when it is damaged, cut off or has more than 60 million pixels.
 * @throws RedactError `REDACT_INPUT_KIND` when it moves.
 */
export async function redactPicture(
  file: string,
  output: OutputFile,
  { kinds, style, signal, openFinder }: RedactOptions,
): Promise<RedactionReport> {
  const format = pictureFormatOf(output.path);
  const bytes = await readFile(file);
  const picture = await decodePicture(bytes, file);
  await assertStill(bytes, file);
  await using finder = await openFinder(kinds, 1);
  const plan = await maskStill(picture, finder, style);
  signal.throwIfAborted();
  const encoded = await encode(picture, format);
  try {
    await writeFile(output.temporary, encoded);
  } catch (cause) {
    throw notWritten(output.path, cause);
  }
  const { width, height } = picture;
  return {
    file,
    out: output.path,
    width,
    height,
    frames: 1,
    analysed: 1,
    style,
    audio: 'none',
    complete: true,
    ...shownFindings(plan.things, plan.looks, 1, 1, picture),
  };
}

/** Only the first picture of an animation would be masked, and the others be lost without a word. */
async function assertStill(bytes: Uint8Array, file: string): Promise<void> {
  const { pages = 1 } = await sharp(bytes).metadata();
  if (pages === 1) return;
  throw new RedactError(
    'REDACT_INPUT_KIND',
    `${file} is an animation of ${pages} pictures; convert it to a video first (ffmpeg -i ${file} out.mp4).`,
  );
}

function encode({ width, height, pixels }: Picture, format: PictureFormat): Promise<Buffer> {
  const raw = sharp(pixels, { raw: { width, height, channels: 3 } });
  if (format === 'png') return raw.png().toBuffer();
  return (format === 'webp' ? raw.webp({ quality: QUALITY }) : raw.jpeg({ quality: QUALITY })).toBuffer();
}
