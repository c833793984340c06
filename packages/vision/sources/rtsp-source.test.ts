import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FragmentedMp4 } from '../stream/fragmented-mp4.ts';
import { openSource } from './ffmpeg-source.ts';
import type { SourceOptions } from './frame-source.ts';
import { rtspServer } from './testing/requirements.ts';
import { startRtspServer } from './testing/rtsp-server.ts';
import { TestClips } from './testing/test-clips.ts';

const LIVE = {
  ...{ analysisRate: 5, fit: { width: 160, height: 160 }, realTime: false, loop: false, delivery: 'newest' },
} as const satisfies Omit<SourceOptions, 'url'>;

describe.skipIf(rtspServer.missing)(`RTSP${rtspServer.note}`, () => {
  let clips: TestClips;
  let file: string;
  beforeAll(async () => {
    clips = await TestClips.create();
    file = await clips.drawH264('camera.mp4', 30);
  });
  afterAll(() => clips[Symbol.asyncDispose]());

  test('reads a camera: frames at the analysis rate, and the same video for viewers', async () => {
    await using camera = await startRtspServer({ file });
    const shown: number[] = [];
    const reader = new FragmentedMp4({
      onInit() {},
      onFragment: (fragment) => shown.push(...fragment.pictureSeconds),
    });
    await using source = await openSource({
      ...LIVE,
      ...{ url: `rtsp://127.0.0.1:${camera.port}/live`, fragments: (chunk) => reader.write(chunk) },
    });
    expect(source.info).toMatchObject({ codec: 'h264', width: 320, height: 240, durationSeconds: null });
    const times: number[] = [];
    for await (const frame of source) {
      expect([frame.width, frame.height]).toEqual([160, 120]);
      expect(frame.capturedAt).toBeLessThanOrEqual(Date.now());
      if (times.push(frame.streamSeconds) === 15) break;
    }
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    // The first frames' times are corrected by ffmpeg while it still learns the camera's.
    for (const seconds of times.slice(5, 10)) {
      expect(Math.min(...shown.map((time) => Math.abs(time - seconds)))).toBeLessThan(0.001);
    }
  });

  test.each([
    ['digest', true],
    ['basic', false],
  ])('%s authentication: the right password opens, a wrong one is told', async (_, digest) => {
    const credentials = { user: 'viewer', password: 'r1ght-w0rd', digest };
    await using camera = await startRtspServer({ file, credentials });
    const url = (login: string) => `rtsp://${login}127.0.0.1:${camera.port}/live`;
    for (const login of ['viewer:wr0ng-w0rd@', '']) {
      await expect(openSource({ ...LIVE, url: url(login) })).rejects.toMatchObject({
        code: 'SOURCE_UNAUTHORISED',
        message: expect.not.stringContaining('wr0ng-w0rd'),
      });
    }
    await using source = await openSource({ ...LIVE, url: url('viewer:r1ght-w0rd@') });
    expect(source.info.codec).toBe('h264');
  });

  test('a path that the camera does not have, and one without pictures', async () => {
    await using camera = await startRtspServer({ file, audioOnly: true });
    const url = (path: string) => `rtsp://127.0.0.1:${camera.port}/${path}`;
    await expect(openSource({ ...LIVE, url: url('other') })).rejects.toMatchObject({
      code: 'SOURCE_NOT_FOUND',
    });
    await expect(openSource({ ...LIVE, url: url('live') })).rejects.toMatchObject({
      code: 'SOURCE_NO_VIDEO_STREAM',
    });
  });

  test('a stream that ends is told as ended', async () => {
    await using camera = await startRtspServer({ file: await clips.drawH264('short.mp4', 3) });
    await using source = await openSource({ ...LIVE, url: `rtsp://127.0.0.1:${camera.port}/live` });
    await expect(Array.fromAsync(source)).rejects.toMatchObject({ code: 'SOURCE_ENDED' });
  });
});
