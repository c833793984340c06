import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { AmaanError } from '@amaan/contracts/problem';

export class SceneEncodingFailed extends AmaanError {}

/**
 * Encodes raw RGB frames to an H.264 MP4 whose index comes first, so that it plays while it loads. A key
 * frame every two seconds lets a viewer join quickly. The film grain of a camera's sensor is added here.
 * @param frames one buffer of `width × height × 3` bytes each, consumed before the next is asked for.
 * @throws SceneEncodingFailed when ffmpeg is missing or refuses.
 */
export async function encodeVideo(options: {
  readonly ffmpeg: string;
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly frames: Iterable<Uint8Array>;
}): Promise<void> {
  const { ffmpeg, file, width, height, framesPerSecond, frames } = options;
  const input = [
    '-f',
    'rawvideo',
    '-pix_fmt',
    'rgb24',
    '-s',
    `${width}x${height}`,
    '-r',
    `${framesPerSecond}`,
  ];
  const output = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '24', '-g', `${framesPerSecond * 2}`];
  const child = spawn(
    ffmpeg,
    [
      '-nostdin',
      '-v',
      'error',
      '-y',
      ...input,
      '-i',
      'pipe:0',
      '-vf',
      'noise=alls=5:allf=t:all_seed=1,format=yuv420p',
    ].concat(output, ['-bf', '0', '-movflags', '+faststart', '-f', 'mp4', file]),
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const ended = once(child, 'close').then(
    ([code]) => (code === 0 ? null : Buffer.concat(said).toString().trim() || `exit code ${code}`),
    (error: Error) => error.message,
  );
  // A broken pipe shows in ffmpeg's own words once it has ended.
  child.stdin.on('error', () => {});

  for (const frame of frames) {
    if (child.exitCode !== null || !child.stdin.writable) break;
    // The stream keeps what it is given until it is written: it gets a copy, the caller reuses the frame.
    if (!child.stdin.write(Buffer.from(frame)))
      await Promise.race([once(child.stdin, 'drain').catch(() => {}), ended]);
  }
  child.stdin.end();
  const failure = await ended;
  if (failure !== null) {
    throw new SceneEncodingFailed(
      'SCENE_ENCODING_FAILED',
      `The demo scene could not be written to ${file} (${failure}); check the free space and run \`./amaan doctor\`.`,
    );
  }
}
