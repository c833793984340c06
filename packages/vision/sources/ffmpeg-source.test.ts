import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Frame } from '../frame.ts';
import { FragmentedMp4 } from '../stream/fragmented-mp4.ts';
import { openSource } from './ffmpeg-source.ts';
import { binaryOfNpm, findFfmpeg } from './find-ffmpeg.ts';
import type { SourceOptions } from './frame-source.ts';
import { sharedClip, sharedMedia } from './testing/requirements.ts';
import { TestClips } from './testing/test-clips.ts';

const FILE = {
  analysisRate: null,
  fit: null,
  realTime: false,
  loop: false,
  delivery: 'every',
} as const satisfies Omit<SourceOptions, 'url'>;

let clips: TestClips;
beforeAll(async () => {
  clips = await TestClips.create();
});
afterAll(() => clips[Symbol.asyncDispose]());

async function readAll(options: SourceOptions): Promise<Frame[]> {
  await using source = await openSource(options);
  return await Array.fromAsync(source);
}

/** Runs a test with the ffmpeg of npm, whose build is from 2018, as well as with the machine's own. */
describe.each([
  ['ffmpeg of this machine', undefined],
  ['ffmpeg of npm', binaryOfNpm() ?? undefined],
])('%s', (_, path) => {
  beforeAll(() => {
    if (path !== undefined) process.env.AMAAN_FFMPEG = path;
  });
  afterAll(() => {
    delete process.env.AMAAN_FFMPEG;
  });

  test('is found', async () => {
    expect((await findFfmpeg()).origin).toBe(path === undefined ? 'path' : 'environment');
  });

  test('delivers every frame of a file, in order, with its time', async () => {
    const frames = await readAll({ ...FILE, url: await clips.drawH264('every.mp4', 2) });
    expect(frames.map((frame) => frame.index)).toEqual(Array.from({ length: 50 }, (_, index) => index));
    for (const frame of frames) {
      expect(frame.streamSeconds).toBeCloseTo(frame.index / 25, 5);
      expect([frame.width, frame.height, frame.pixels.length]).toEqual([320, 240, 320 * 240 * 3]);
    }
  });

  test('drops to the analysis rate evenly, also where it does not divide the rate of the camera', async () => {
    const url = await clips.drawH264('rate.mp4', 4);
    const steps = async (analysisRate: number) => {
      const frames = await readAll({ ...FILE, url, analysisRate });
      return frames.map((frame) => Math.round(frame.streamSeconds * 25));
    };
    expect(await steps(5)).toEqual(Array.from({ length: 20 }, (_, index) => index * 5));
    expect(await steps(10)).toHaveLength(40);
    expect(await steps(8)).toHaveLength(32);
    expect(await steps(60)).toHaveLength(100);
  });

  test('fits the picture into the box and says what the camera sends', async () => {
    const url = await clips.drawH264('fit.mp4', 1);
    await using source = await openSource({ ...FILE, url, fit: { width: 416, height: 416 } });
    expect(source.info).toMatchObject({
      codec: 'h264',
      ...{ width: 320, height: 240, framesPerSecond: 25, durationSeconds: 1 },
      ...{ frameWidth: 416, frameHeight: 312 },
    });
  });

  test('frames and fragments of a file with B-frames carry the same times', async () => {
    const url = await clips.drawH264('clock.mp4', 3);
    const shown: number[] = [];
    const reader = new FragmentedMp4({
      onInit() {},
      onFragment: (fragment) => shown.push(...fragment.pictureSeconds),
    });
    const frames = await readAll({ ...FILE, url, fragments: (chunk) => reader.write(chunk) });
    const times = frames.map((frame) => frame.streamSeconds);
    expect(times).toHaveLength(75);
    expectSameTimes(times, shown);
    // Pictures are reordered: otherwise this test would prove little.
    expect(shown).not.toEqual(shown.toSorted((a, b) => a - b));
  });

  test.each([
    ['an MPEG-4 video', 'encoded.avi', ['-c:v', 'mpeg4']],
    ['H.264 that browsers cannot play', 'deep.mkv', ['-c:v', 'libx264', '-pix_fmt', 'yuv444p', '-bf', '2']],
  ])('encodes %s for viewers, on the same clock', async (_, name, args) => {
    const url = await clips.draw(name, 2, args);
    const shown: number[] = [];
    let mimeType = '';
    const reader = new FragmentedMp4({
      onInit: (init) => {
        mimeType = init.mimeType;
      },
      onFragment: (fragment) => shown.push(...fragment.pictureSeconds),
    });
    const frames = await readAll({
      ...FILE,
      url,
      originSeconds: 500,
      fragments: (chunk) => reader.write(chunk),
    });
    expect(mimeType).toMatch(/^video\/mp4; codecs="avc1\.[0-9a-f]{6}"$/);
    expectSameTimes(
      frames.map((frame) => frame.streamSeconds),
      shown,
    );
    expect(frames[0]?.streamSeconds).toBeCloseTo(500, 1);
  });

  test('time goes on when a recording loops', async () => {
    const url = await clips.drawH264('loop.mp4', 1);
    await using source = await openSource({ ...FILE, url, loop: true });
    const times: number[] = [];
    for await (const frame of source) if (times.push(frame.streamSeconds) === 80) break;
    for (let at = 1; at < times.length; at++) {
      const step = (times[at] ?? 0) - (times[at - 1] ?? 0);
      expect(step).toBeGreaterThan(0);
      expect(step).toBeLessThan(0.2);
    }
  });

  test.each(['picture.jpg', 'picture.png'])('reads %s as one frame', async (name) => {
    const url = await clips.draw(name, 1, ['-frames:v', '1']);
    const frames = await readAll({ ...FILE, url });
    expect(frames.map(({ index, width, height }) => [index, width, height])).toEqual([[0, 320, 240]]);
  });
});

function expectSameTimes(frames: readonly number[], fragments: readonly number[]): void {
  const sorted = fragments.toSorted((a, b) => a - b);
  expect(sorted).toHaveLength(frames.length);
  frames.forEach((seconds, index) => {
    expect(Math.abs(seconds - (sorted[index] ?? Number.NaN))).toBeLessThan(0.001);
  });
}

test('a slow reader of a live source gets its newest frame', async () => {
  const url = await clips.drawH264('slow.mp4', 3);
  await using live = await openSource({ ...FILE, url, loop: true, delivery: 'newest' });
  const iterator = live[Symbol.asyncIterator]();
  await iterator.next();
  const reached = live.framesDropped + 100;
  await expect.poll(() => live.framesDropped, { timeout: 20_000 }).toBeGreaterThan(reached);
  const { value } = await iterator.next();
  expect(value.index).toBeGreaterThan(100);
});

test('a recording is dated by its own account', async () => {
  const created = '2024-05-06T07:08:09.000000Z';
  const url = await clips.drawH264('dated.mp4', 1, ['-metadata', `creation_time=${created}`]);
  const frames = await readAll({ ...FILE, url, analysisRate: 5 });
  expect(frames.map((frame) => Math.round(frame.capturedAt))).toEqual(
    [0, 200, 400, 600, 800].map((ms) => Date.parse(created) + ms),
  );
});

test('a camera played from a file is dated by the clock on the wall', async () => {
  const before = Date.now();
  await using source = await openSource({
    ...FILE,
    ...{ url: await clips.drawH264('wall.mp4', 3), realTime: true, delivery: 'newest', analysisRate: 5 },
  });
  let count = 0;
  for await (const frame of source) {
    expect(frame.capturedAt).toBeGreaterThanOrEqual(before);
    expect(frame.capturedAt).toBeLessThanOrEqual(Date.now());
    if (++count === 5) break;
  }
  expect(count).toBe(5);
});

test('a source that is disposed leaves no process and ends the iteration', async () => {
  const source = await openSource({ ...FILE, url: await clips.drawH264('dispose.mp4', 5), loop: true });
  const iterator = source[Symbol.asyncIterator]();
  expect((await iterator.next()).done).toBe(false);
  await source[Symbol.asyncDispose]();
  expect((await iterator.next()).done).toBe(true);
});

test('opening can be given up', async () => {
  const url = await clips.drawH264('abort.mp4', 1);
  await expect(openSource({ ...FILE, url, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
});

test.skipIf(sharedMedia.missing)(`real clips are read whole${sharedMedia.note}`, async () => {
  for (const [name, frames] of [
    ['one-by-one-person.mp4', 697],
    ['pedestrian-square.avi', 398],
  ] as const) {
    const read = await readAll({
      ...FILE,
      ...{ url: sharedClip(name), analysisRate: 5, fit: { width: 416, height: 416 } },
    });
    expect(read.length, name).toBe(frames);
  }
});
