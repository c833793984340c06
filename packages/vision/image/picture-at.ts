import { spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import { findFfmpeg } from '../sources/find-ffmpeg.ts';
import type { Clip } from '../stream/clip.ts';
import { boxesIn } from '../stream/mp4-box.ts';
import { StreamError } from '../stream/stream-error.ts';

/** Times of one picture on the two pipes agree to a tick of the MP4's clock; frames are 8 ms apart at least. */
const TOLERANCE_SECONDS = 0.002;
/** Steps of JPEG quality in ffmpeg: 2 is the best, 31 the smallest. */
const JPEG_QUALITY = 3;

/**
 * The picture of a moment at the camera's resolution, as JPEG, out of a clip that a `ClipRing` cut. It is
 * the first picture at or after `streamSeconds`: exactly the frame that carries this time.
 *
 * @throws StreamError `PICTURE_FAILED` where the clip has no such picture
 */
export async function pictureAt(clip: Clip, streamSeconds: number): Promise<Buffer> {
  const seconds = streamSeconds - clip.startSeconds - TOLERANCE_SECONDS;
  const { path, passthroughArguments } = await findFfmpeg();
  const child = spawn(
    path,
    [
      ...['-hide_banner', '-nostats', '-loglevel', 'error', '-threads', '1', '-copyts', '-i', 'pipe:0'],
      ...['-map', '0:v:0', '-filter:v', `select=gte(t\\,${seconds.toFixed(6)})`, '-frames:v', '1'],
      ...passthroughArguments,
      ...['-c:v', 'mjpeg', '-q:v', String(JPEG_QUALITY), '-f', 'image2pipe', 'pipe:1'],
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  // ffmpeg stops reading once it has its picture.
  child.stdin.on('error', () => {});
  for (const box of boxesIn(clip.bytes)) {
    // Old builds take the index's times of presentation for times of decoding.
    if (box.type !== 'sidx') child.stdin.write(clip.bytes.subarray(box.start, box.end));
  }
  child.stdin.end();
  const [picture, log] = await Promise.all([buffer(child.stdout), text(child.stderr), exited(child)]);
  if (picture.length > 0) return picture;
  const said = log.trim().split('\n').at(-1) ?? '';
  throw new StreamError(
    'PICTURE_FAILED',
    `The clip has no picture at ${streamSeconds.toFixed(3)} s${said === '' ? '' : `: ${said}`}.`,
  );
}

function exited(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => child.once('close', () => resolve()).once('error', reject));
}
