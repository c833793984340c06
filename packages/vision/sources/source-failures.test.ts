import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSource } from './ffmpeg-source.ts';
import { binaryOfNpm } from './find-ffmpeg.ts';
import type { SourceError } from './source-error.ts';
import { onLoopback } from './testing/loopback.ts';
import { TestClips } from './testing/test-clips.ts';

let clips: TestClips;
beforeAll(async () => {
  clips = await TestClips.create();
});
afterAll(() => clips[Symbol.asyncDispose]());

/** Reads a source to its end, which must be an error. */
async function fail(url: string): Promise<{ frames: number; code: string; message: string }> {
  let frames = 0;
  try {
    await using source = await openSource({
      url,
      ...{ analysisRate: null, fit: null, realTime: false, loop: false, delivery: 'every' },
    });
    for await (const _ of source) frames++;
  } catch (error) {
    const { code, message } = error as SourceError;
    return { frames, code, message };
  }
  throw new Error(`${url} was read without an error.`);
}

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

  test('what is no video', async () => {
    const noise = Uint8Array.from(
      { length: 100_000 },
      (_, index) => (index * 7919 + (index >> 8) * 104_729) & 255,
    );
    const files = [
      await clips.write('noise.mp4', noise),
      await clips.write('zeros.avi', new Uint8Array(200_000)),
      await clips.write('letter.txt', Buffer.from('Dear operator,\nthis is a letter.\n')),
    ];
    for (const file of files) expect(await fail(file)).toMatchObject({ code: 'SOURCE_NOT_VIDEO' });
  });

  test('media without pictures', async () => {
    const tone = ['-f', 'lavfi', '-i', 'sine=duration=1'];
    for (const name of ['tone.m4a', 'tone.wav']) {
      const { code, message } = await fail(await clips.ffmpeg(name, tone));
      expect(code).toBe('SOURCE_NO_VIDEO_STREAM');
      expect(message).toMatch(/carries no video\.$/);
    }
  });

  test('a codec that nobody knows', async () => {
    const video = await readFile(await clips.draw('known.avi', 1, ['-c:v', 'mpeg4', '-vtag', 'FMP4']));
    const unknown = Buffer.from(video.toString('latin1').replaceAll('FMP4', 'ZZZZ'), 'latin1');
    expect(await fail(await clips.write('unknown.avi', unknown))).toMatchObject({
      code: 'SOURCE_CODEC_UNSUPPORTED',
    });
  });

  test.each([
    ['MP4 with its index in front', 'front.mp4', ['-c:v', 'libx264', '-movflags', '+faststart']],
    [
      'fragmented MP4',
      'fragments.mp4',
      ['-c:v', 'libx264', '-g', '10', '-movflags', 'empty_moov+frag_keyframe'],
    ],
    ['AVI', 'cut.avi', ['-c:v', 'mpeg4']],
    ['MPEG-TS', 'cut.ts', ['-c:v', 'libx264']],
    ['Matroska', 'cut.mkv', ['-c:v', 'libx264']],
  ])('a cut-off %s: what is before the cut is delivered', async (_, name, args) => {
    const whole = await clips.draw(name, 4, [...args, '-pix_fmt', 'yuv420p']);
    const failure = await fail(await clips.cut(whole, `half-${name}`, 0.5));
    expect(failure).toMatchObject({ code: 'SOURCE_TRUNCATED' });
    expect(failure.frames).toBeGreaterThan(10);
    expect(failure.frames).toBeLessThan(99);
    expect(failure.message).toContain(`frames: ${failure.frames}`);
  });

  test('a recording that was cut off before its index', async () => {
    const whole = await clips.draw('back.mp4', 2, ['-c:v', 'libx264']);
    const failure = await fail(await clips.cut(whole, 'headless.mp4', 0.5));
    expect(failure).toMatchObject({ code: 'SOURCE_TRUNCATED', frames: 0 });
  });

  test.each(['half.jpg', 'half.png'])('a cut-off picture %s', async (name) => {
    const whole = await clips.draw(`whole-${name}`, 1, ['-frames:v', '1']);
    expect(await fail(await clips.cut(whole, name, 0.5))).toMatchObject({ code: 'SOURCE_TRUNCATED' });
  });

  test('whole recordings are not taken for cut-off ones', async () => {
    for (const [name, args] of [
      ['whole.mp4', ['-c:v', 'libx264']],
      ['whole.avi', ['-c:v', 'mpeg4']],
      ['whole.ts', ['-c:v', 'mpeg2video']],
      ['whole.mkv', ['-c:v', 'libx264']],
      ['whole.webm', ['-c:v', 'libvpx']],
    ] as const) {
      await using source = await openSource({
        url: await clips.draw(name, 1, args),
        ...{ analysisRate: null, fit: null, realTime: false, loop: false, delivery: 'every' },
      });
      expect((await Array.fromAsync(source)).length, name).toBe(25);
    }
  });
});

test('what is not there, is a folder, or is empty', async () => {
  await mkdir(clips.path('folder'));
  await clips.write('empty.mp4', new Uint8Array());
  expect(await fail(clips.path('nowhere.mp4'))).toMatchObject({ code: 'SOURCE_NOT_FOUND' });
  expect(await fail(clips.path('folder'))).toMatchObject({ code: 'SOURCE_NOT_VIDEO' });
  expect(await fail(clips.path('empty.mp4'))).toMatchObject({ code: 'SOURCE_NOT_VIDEO' });
});

test('URLs that Amaan does not read', async () => {
  for (const url of ['ftp://user:secret@host/a', 'concat://a|b', 'rtsp://[', 'data://x']) {
    const { code, message } = await fail(url);
    expect(code).toBe('SOURCE_URL_INVALID');
    expect(message).not.toContain('secret');
  }
});

test('hosts that refuse, that are not known, and that stay silent', async () => {
  await using silent = await onLoopback(createServer());
  const failures = await Promise.all([
    fail('rtsp://user:secret@127.0.0.1:1/live'),
    fail('http://user:secret@127.0.0.1:1/video'),
    fail('rtsp://user:secret@camera.invalid/live'),
    fail(`rtsp://user:secret@${silent.host}/live`),
    fail(`http://user:secret@${silent.host}/live`),
  ]);
  for (const { code, message } of failures) {
    expect(code).toBe('SOURCE_UNREACHABLE');
    expect(message).not.toContain('secret');
  }
});

test('an ffmpeg that does not run', async () => {
  process.env.AMAAN_FFMPEG = clips.path('no-ffmpeg');
  try {
    expect(await fail(clips.path('any.mp4'))).toMatchObject({ code: 'SOURCE_FFMPEG_MISSING' });
  } finally {
    delete process.env.AMAAN_FFMPEG;
  }
});
