import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Frame } from '../frame.ts';
import type { FrameSource, SourceOptions } from './frame-source.ts';
import { SourceError } from './source-error.ts';
import { StartGate } from './start-gate.ts';
import {
  SupervisedSource,
  type SupervisedSourceOptions,
  type SupervisedSourceParts,
} from './supervised-source.ts';
import { childProcesses } from './testing/child-processes.ts';
import { onLoopback } from './testing/loopback.ts';
import { rtspServer } from './testing/requirements.ts';
import { startRtspServer } from './testing/rtsp-server.ts';
import { TestClips } from './testing/test-clips.ts';

const PATIENCE = { timeout: 45_000 };

let clips: TestClips;
let file: string;
beforeAll(async () => {
  clips = await TestClips.create();
  file = await clips.drawH264('camera.mp4', 20);
});
afterAll(() => clips[Symbol.asyncDispose]());

/** A supervised source whose frames and states are written down. */
function watch(
  options: Partial<SupervisedSourceOptions> & { url: string },
  parts: Partial<SupervisedSourceParts> = {},
) {
  const frames: { index: number; streamSeconds: number }[] = [];
  const states: string[] = [];
  const source = new SupervisedSource(
    {
      ...{ analysisRate: 5, fit: { width: 64, height: 64 }, loop: true, startGate: new StartGate() },
      onState: ({ state, error }) => states.push(error === null ? state : `${state} ${error.code}`),
      ...options,
    },
    parts,
  );
  const finished = (async () => {
    for await (const { index, streamSeconds } of source) frames.push({ index, streamSeconds });
  })();
  return {
    ...{ source, frames, states, finished },
    async [Symbol.asyncDispose]() {
      await source[Symbol.asyncDispose]();
      await finished;
    },
  };
}

/** A source that yields as many frames as it is told and then fails, or ends where there is no error. */
function scripted(runs: readonly (readonly [frames: number, error: SourceError | null])[]) {
  const opened: SourceOptions[] = [];
  const pauses: number[] = [];
  const parts: SupervisedSourceParts = {
    random: () => 1,
    pause: async (ms) => void pauses.push(ms),
    open: async (options): Promise<FrameSource> => {
      const [count, error] = runs[opened.push(options) - 1] ?? [0, null];
      if (count === 0 && error !== null) throw error;
      const { originSeconds = 0 } = options;
      return {
        info: {
          ...{ codec: 'h264', width: 2, height: 2, framesPerSecond: 5, durationSeconds: null },
          ...{ frameWidth: 1, frameHeight: 1 },
        },
        framesDropped: 1,
        async *[Symbol.asyncIterator](): AsyncGenerator<Frame> {
          for (let index = 0; index < count; index++) {
            const streamSeconds = originSeconds + index / 5;
            yield { index, streamSeconds, capturedAt: 0, width: 1, height: 1, pixels: new Uint8Array(3) };
          }
          if (error !== null) throw error;
        },
        async [Symbol.asyncDispose]() {},
      };
    },
  };
  return { parts, opened, pauses };
}

const ended = new SourceError('SOURCE_ENDED', 'It ended.');
const refused = new SourceError('SOURCE_UNREACHABLE', 'It refuses.');

test('tries again ever more rarely, and tells what it does', async () => {
  const script = scripted([
    [0, refused],
    [0, refused],
    [0, refused],
    [2, ended],
    [1, null],
  ]);
  const camera = watch({ url: 'any' }, script.parts);
  await camera.finished;
  expect(script.pauses).toEqual([1000, 2000, 4000, 8000]);
  expect(camera.states).toEqual([
    ...['failed SOURCE_UNREACHABLE', 'live', 'failed SOURCE_ENDED', 'live', 'stopped'],
  ]);
  expect(camera.source.framesDropped).toBe(2);
});

test('time and numbers go on from run to run', async () => {
  const script = scripted([
    [5, ended],
    [5, ended],
    [5, null],
  ]);
  const { frames, finished } = watch({ url: 'any' }, script.parts);
  await finished;
  expect(frames.map((frame) => frame.index)).toEqual(Array.from({ length: 15 }, (_, index) => index));
  for (let at = 1; at < frames.length; at++) {
    expect(frames[at]?.streamSeconds).toBeGreaterThan(frames[at - 1]?.streamSeconds ?? 0);
  }
});

test('a recording that was cut off is shown once, and stays failed', async () => {
  const script = scripted([[3, new SourceError('SOURCE_TRUNCATED', 'It was cut off.')]]);
  const camera = watch({ url: 'any', loop: false }, script.parts);
  await camera.finished;
  expect(camera.frames).toHaveLength(3);
  expect(script.opened).toHaveLength(1);
  expect(camera.source.state).toMatchObject({ state: 'failed', error: { code: 'SOURCE_TRUNCATED' } });
});

test('a mistake in our own code is not retried', async () => {
  const parts = { open: () => Promise.reject(new TypeError('a mistake')) };
  await expect(watch({ url: 'any' }, parts).finished).rejects.toThrow('a mistake');
});

test('disposing it ends a wait', async () => {
  const camera = watch({ url: clips.path('nowhere.mp4') });
  await expect.poll(() => camera.states, PATIENCE).toContain('failed SOURCE_NOT_FOUND');
  await camera[Symbol.asyncDispose]();
  expect(camera.source.state.state).toBe('stopped');
});

test('ffmpeg is killed in the middle: the camera comes back', async () => {
  await using camera = watch({ url: file });
  await expect.poll(() => camera.frames.length, PATIENCE).toBeGreaterThan(5);
  const [ffmpeg] = await childProcesses('ffmpeg');
  process.kill(ffmpeg ?? Number.NaN, 'SIGKILL');
  await expect.poll(() => camera.states, PATIENCE).toContain('failed SOURCE_FAILED');
  const before = camera.frames.length;
  await expect.poll(() => camera.frames.length, PATIENCE).toBeGreaterThan(before + 5);
  expect(camera.states).toEqual(['live', 'failed SOURCE_FAILED', 'live']);
});

test('two hundred dead cameras leave the live ones alone', async () => {
  // Half refuse the connection, half accept it and never say a word.
  await using silent = await onLoopback(createServer());
  const startGate = new StartGate();
  await using stack = new AsyncDisposableStack();
  const dead = Array.from({ length: 200 }, (_, number) =>
    stack.use(watch({ startGate, url: `rtsp://${number % 2 ? silent.host : '127.0.0.1:1'}/${number}` })),
  );
  const live = [0, 1].map(() => stack.use(watch({ startGate, url: file })));
  const mostAtOnce = { opening: 0, processes: 0 };
  await expect
    .poll(async () => {
      mostAtOnce.opening = Math.max(mostAtOnce.opening, startGate.opening);
      mostAtOnce.processes = Math.max(mostAtOnce.processes, (await childProcesses('ffmpeg')).length);
      return Math.min(...live.map((camera) => camera.frames.length));
    }, PATIENCE)
    .toBeGreaterThan(25);
  expect(mostAtOnce.opening).toBeLessThanOrEqual(4);
  expect(mostAtOnce.processes).toBeLessThanOrEqual(4 + live.length);
  for (const camera of live) {
    expect(camera.states).toEqual(['live']);
    // Five frames of each second came, and the live ones got nearly all of them: a machine busy with other
    // work may drop one now and then, and then it is counted.
    const times = camera.frames.map(({ streamSeconds }) => streamSeconds);
    const steps = times.slice(1).map((time, at) => Math.round((time - times[at]!) * 5));
    const leftOut = steps.reduce((sum, step) => sum + step - 1, 0);
    expect(leftOut).toBeLessThanOrEqual(camera.source.framesDropped);
    expect(leftOut).toBeLessThan(times.length / 4);
  }
  const failed = dead.filter((camera) => camera.states.includes('failed SOURCE_UNREACHABLE'));
  expect(failed.length).toBeGreaterThan(50);
  expect(dead.every((camera) => camera.frames.length === 0)).toBe(true);
});

describe.skipIf(rtspServer.missing)(`RTSP${rtspServer.note}`, () => {
  test('a camera goes away and comes back', async () => {
    const first = await startRtspServer({ file });
    await using camera = watch({ url: `rtsp://127.0.0.1:${first.port}/live` }, { random: () => 0.2 });
    await expect.poll(() => camera.frames.length, PATIENCE).toBeGreaterThan(5);
    await first[Symbol.asyncDispose]();
    await expect.poll(() => camera.source.state.state, PATIENCE).toBe('failed');
    await using _second = await startRtspServer({ file, port: first.port });
    const before = camera.frames.length;
    await expect.poll(() => camera.frames.length, PATIENCE).toBeGreaterThan(before + 5);
    expect(camera.source.state.state).toBe('live');
    const times = camera.frames.map((frame) => frame.streamSeconds);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});
