import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FragmentedMp4 } from '../stream/fragmented-mp4.ts';
import { openSource } from './ffmpeg-source.ts';
import type { SourceOptions } from './frame-source.ts';
import { onLoopback } from './testing/loopback.ts';
import { startMjpegServer } from './testing/mjpeg-server.ts';
import { TestClips } from './testing/test-clips.ts';

const LIVE = {
  ...{ analysisRate: 10, fit: null, realTime: false, loop: false, delivery: 'newest' },
} as const satisfies Omit<SourceOptions, 'url'>;

let clips: TestClips;
let pictures: Buffer[];
beforeAll(async () => {
  clips = await TestClips.create();
  await clips.draw('%d.jpg', 1, ['-r', '5']);
  pictures = await Promise.all([1, 2, 3, 4, 5].map((number) => readFile(clips.path(`${number}.jpg`))));
});
afterAll(() => clips[Symbol.asyncDispose]());

test('reads MJPEG over HTTP: time is that of arrival, and viewers get H.264', async () => {
  await using camera = await startMjpegServer(pictures, 100);
  const shown: number[] = [];
  const reader = new FragmentedMp4({
    onInit() {},
    onFragment: (fragment) => shown.push(...fragment.pictureSeconds),
  });
  await using source = await openSource({
    ...LIVE,
    url: camera.url,
    fragments: (chunk) => reader.write(chunk),
  });
  expect(source.info).toMatchObject({ codec: 'mjpeg', width: 320, height: 240, durationSeconds: null });
  const times: number[] = [];
  for await (const frame of source) if (times.push(frame.streamSeconds) === 15) break;
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  // A picture each tenth of a second: ffmpeg's own guess of 25 a second would make this 0.6.
  expect(last - first).toBeGreaterThan(1);
  expect(shown.length).toBeGreaterThan(5);
  for (const seconds of shown.slice(0, 5)) {
    expect(Math.min(...times.map((time) => Math.abs(time - seconds)))).toBeLessThan(0.2);
  }
});

test('a wrong password is told as one, and not repeated', async () => {
  await using camera = await startMjpegServer(pictures, 100, { login: 'user:right' });
  const url = camera.url.replace('http://', 'http://user:wr0ng-w0rd@');
  await expect(openSource({ ...LIVE, url })).rejects.toMatchObject({
    code: 'SOURCE_UNAUTHORISED',
    message: expect.not.stringContaining('wr0ng-w0rd'),
  });
  await using source = await openSource({
    ...LIVE,
    url: camera.url.replace('http://', 'http://user:right@'),
  });
  expect(source.info.codec).toBe('mjpeg');
});

test('a recording behind HTTP ends as a recording, and a missing one is not found', async () => {
  const video = await readFile(await clips.drawH264('web.mp4', 1, ['-movflags', '+faststart']));
  const server = createServer((request, response) => {
    if (request.url === '/web.mp4') response.setHeader('content-length', video.length).end(video);
    else response.writeHead(404).end();
  });
  await using loopback = await onLoopback(server);
  const url = `http://${loopback.host}/web.mp4`;
  await using source = await openSource({ ...LIVE, url, delivery: 'every', analysisRate: null });
  expect(await Array.fromAsync(source)).toHaveLength(25);
  await expect(openSource({ ...LIVE, url: `http://${loopback.host}/other.mp4` })).rejects.toMatchObject({
    code: 'SOURCE_NOT_FOUND',
  });
});

test('a camera that hangs up has ended its stream', async () => {
  const camera = await startMjpegServer(pictures, 50);
  await using source = await openSource({ ...LIVE, url: camera.url });
  await camera[Symbol.asyncDispose]();
  await expect(Array.fromAsync(source)).rejects.toMatchObject({ code: 'SOURCE_ENDED' });
});

test('a camera that falls silent is noticed', async () => {
  // It sends twenty pictures, then holds the connection and says nothing.
  await using silent = await startMjpegServer([...pictures, ...pictures, ...pictures, ...pictures], 20, {
    once: true,
  });
  await using source = await openSource({ ...LIVE, url: silent.url, stallSeconds: 1 });
  await expect(Array.fromAsync(source)).rejects.toMatchObject({ code: 'SOURCE_STALLED' });
});
