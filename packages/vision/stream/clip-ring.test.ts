import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSource } from '../sources/ffmpeg-source.ts';
import { findFfmpeg } from '../sources/find-ffmpeg.ts';
import { TestClips } from '../sources/testing/test-clips.ts';
import { ClipRing } from './clip-ring.ts';
import type { Fragment } from './fragment.ts';
import { FragmentedMp4 } from './fragmented-mp4.ts';
import type { InitSegment } from './init-segment.ts';

const run = promisify(execFile);
const ROOMY = { seconds: 100, bytes: 1e8 };

let clips: TestClips;
/** Ten seconds with a key frame each, on a stream whose clock stands at 500. */
let video: Buffer;
beforeAll(async () => {
  clips = await TestClips.create();
  const chunks: Uint8Array[] = [];
  await using source = await openSource({
    ...{ url: await clips.drawH264('ten.mp4', 10), analysisRate: 1, fit: { width: 16, height: 16 } },
    ...{ realTime: false, loop: false, delivery: 'every', originSeconds: 500 },
    fragments: (chunk) => chunks.push(chunk),
  });
  await Array.fromAsync(source);
  video = Buffer.concat(chunks);
});
afterAll(() => clips[Symbol.asyncDispose]());

function ringOf(options = ROOMY): ClipRing {
  const ring = new ClipRing(options);
  ring.write(video);
  return ring;
}

/** A viewer that writes down what it gets. */
function viewer() {
  const inits: InitSegment[] = [];
  const fragments: Fragment[] = [];
  return {
    ...{ inits, fragments },
    onInit: (init: InitSegment) => inits.push(init),
    onFragment: (fragment: Fragment) => fragments.push(fragment),
  };
}

test('keeps the last seconds, from a key frame on', () => {
  const { range, bytes } = ringOf({ seconds: 3, bytes: 1e8 });
  expect(range?.to).toBeCloseTo(510, 1);
  expect(range?.from).toBeCloseTo(507, 1);
  expect(bytes).toBeLessThan(video.length / 2);
});

test('keeps no more bytes than it may', () => {
  for (const bytes of [50_000, 20_000, 100]) {
    const ring = new ClipRing({ seconds: 100, bytes });
    for (let at = 0; at < video.length; at += 1000) {
      ring.write(video.subarray(at, at + 1000));
      expect(ring.bytes).toBeLessThanOrEqual(bytes);
    }
  }
});

test('whoever joins gets the start, all since the last key frame, and then what comes', () => {
  const ring = new ClipRing(ROOMY);
  const early = viewer();
  using _early = ring.subscribe(early);
  const half = Math.floor(video.length / 2);
  ring.write(video.subarray(0, half));
  const late = viewer();
  {
    using _late = ring.subscribe(late);
    expect(late.inits).toEqual(early.inits);
    expect(late.fragments[0]?.keyFrame).toBe(true);
    ring.write(video.subarray(half));
  }
  expect(late.fragments).toEqual(early.fragments.slice(-late.fragments.length));
  expect(late.fragments.length).toBeLessThan(early.fragments.length);
});

test('cuts a clip that plays from 0 and says how long it is', async () => {
  const clip = ringOf().cut(503.5, 506);
  expect(clip.startSeconds).toBeLessThanOrEqual(503.5);
  expect(clip.startSeconds).toBeGreaterThan(502.8);
  expect(clip.startSeconds + clip.durationSeconds).toBeGreaterThanOrEqual(506);
  expect(clip.startSeconds + clip.durationSeconds).toBeLessThan(506.6);
  const file = await clips.write('clip.mp4', clip.bytes);
  const { path } = await findFfmpeg();
  const { stderr } = await run(path, ['-hide_banner', '-nostats', '-xerror', '-i', file, '-f', 'null', '-']);
  const [, seconds, start] = /Duration: 00:00:(\d+\.\d+), start: (\d+\.\d+)/.exec(stderr) ?? [];
  expect(Number(seconds)).toBeCloseTo(clip.durationSeconds, 1);
  expect(Number(start)).toBeLessThan(0.2);
  const frames = Number(/frame= *(\d+)/.exec(stderr)?.[1]);
  const pictures = new FragmentedMp4({
    onInit() {},
    onFragment: (fragment) => counted.push(...fragment.pictureSeconds),
  });
  const counted: number[] = [];
  pictures.write(await readFile(file));
  expect(frames).toBe(counted.length);
  // Two and a half seconds, widened to the key frame before and the fragment after.
  expect(frames).toBeGreaterThanOrEqual(62);
});

test('cuts what is there of a wish that reaches too far, and says when nothing is', () => {
  const ring = ringOf({ seconds: 3, bytes: 1e8 });
  expect(ring.cut(100, 508).startSeconds).toBeGreaterThan(506.8);
  expect(ring.cut(508, 9999).durationSeconds).toBeGreaterThan(1.8);
  for (const [from, to] of [
    [100, 200],
    [600, 700],
  ] as const) {
    expect(() => ring.cut(from, to)).toThrow(expect.objectContaining({ code: 'CLIP_NOT_KEPT' }));
  }
  expect(() => new ClipRing(ROOMY).cut(0, 1)).toThrow(expect.objectContaining({ code: 'CLIP_NOT_KEPT' }));
});

test('a stream that begins anew reaches viewers with its own start', () => {
  const ring = ringOf();
  const watching = viewer();
  using _watching = ring.subscribe(watching);
  ring.restart();
  ring.write(video);
  expect(watching.inits).toHaveLength(2);
  // What was kept before can still be cut, but never joined with what came after.
  expect(ring.cut(509, 510).durationSeconds).toBeLessThan(2.5);
});

test('waits until a moment is there', async () => {
  const ring = new ClipRing(ROOMY);
  const half = Math.floor(video.length / 2);
  ring.write(video.subarray(0, half));
  await ring.reaches(501, AbortSignal.timeout(1000));
  let reached = false;
  const later = ring.reaches(508, AbortSignal.timeout(10_000)).then(() => {
    reached = true;
  });
  expect(reached).toBe(false);
  ring.write(video.subarray(half));
  await later;
  expect(reached).toBe(true);
  await expect(ring.reaches(900, AbortSignal.abort())).rejects.toThrow(/abort/i);
});
