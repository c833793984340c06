import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Picture } from '../image/picture.ts';
import { findFfmpeg } from './find-ffmpeg.ts';

/**
 * One frame of a recording, scaled to fit a box as a camera's pipeline does it.
 *
 * @param index number of the frame from 0.
 * @param clip the recording's own width and height in pixels.
 */
export async function frameOfClip(
  path: string,
  index: number,
  clip: { readonly width: number; readonly height: number },
  box: { readonly width: number; readonly height: number },
): Promise<Picture> {
  const scale = Math.min(box.width / clip.width, box.height / clip.height);
  const width = Math.round(clip.width * scale);
  const height = Math.round(clip.height * scale);
  const filter = `select=eq(n\\,${index}),scale=${width}:${height}:flags=fast_bilinear`;
  const { path: ffmpeg } = await findFfmpeg();
  const output = ['-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'];
  const { stdout } = await promisify(execFile)(
    ffmpeg,
    ['-v', 'error', '-i', path, '-vf', filter, ...output],
    { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 },
  );
  return { width, height, pixels: new Uint8Array(stdout) };
}
