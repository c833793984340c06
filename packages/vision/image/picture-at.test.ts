import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Frame } from '../frame.ts';
import { openSource } from '../sources/ffmpeg-source.ts';
import { binaryOfNpm } from '../sources/find-ffmpeg.ts';
import { TestClips } from '../sources/testing/test-clips.ts';
import { ClipRing } from '../stream/clip-ring.ts';
import { sharp } from './configured-sharp.ts';
import { pictureAt } from './picture-at.ts';

let clips: TestClips;
const ring = new ClipRing({ seconds: 100, bytes: 1e8 });
let frames: Frame[];
beforeAll(async () => {
  clips = await TestClips.create();
  // Each picture is brighter than the one before, so that its brightness says which it is.
  const ramp = ['-f', 'lavfi', '-i', 'color=black:s=128x96:r=10:d=4', '-vf', 'geq=lum=16+5*N:cb=128:cr=128'];
  const url = await clips.ffmpeg('ramp.mp4', [
    ...[...ramp, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-crf', '5', '-bf', '2', '-g', '15'],
  ]);
  await using source = await openSource({
    ...{ url, analysisRate: null, fit: { width: 64, height: 64 }, realTime: false, loop: false },
    ...{ delivery: 'every', originSeconds: 86_400, fragments: (chunk) => ring.write(chunk) },
  });
  frames = await Array.fromAsync(source);
});
afterAll(() => clips[Symbol.asyncDispose]());

afterEach(() => {
  delete process.env.AMAAN_FFMPEG;
});

test.each([
  ['this machine', undefined],
  ['npm', binaryOfNpm() ?? undefined],
])('gives exactly the picture of a frame at full resolution, with the ffmpeg of %s', async (_, path) => {
  if (path !== undefined) process.env.AMAAN_FFMPEG = path;
  expect(frames).toHaveLength(40);
  for (const index of [0, 1, 2, 14, 15, 39]) {
    const { streamSeconds, pixels } = frames[index] as Frame;
    const jpeg = await pictureAt(ring.cut(streamSeconds, streamSeconds), streamSeconds);
    const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([128, 96, 3]);
    // The next picture differs by 5 to 6 steps.
    expect(Math.abs((data[0] ?? 0) - (pixels[0] ?? 0)), `frame ${index}`).toBeLessThan(3);
  }
});

test('says when a clip has no picture of the moment', async () => {
  const clip = ring.cut(86_401, 86_402);
  await expect(pictureAt(clip, 90_000)).rejects.toMatchObject({ code: 'PICTURE_FAILED' });
});
