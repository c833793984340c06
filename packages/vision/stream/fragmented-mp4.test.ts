import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestClips } from '../sources/testing/test-clips.ts';
import type { Fragment } from './fragment.ts';
import { FragmentedMp4 } from './fragmented-mp4.ts';
import type { InitSegment } from './init-segment.ts';
import { StreamError } from './stream-error.ts';

let clips: TestClips;
let video: Buffer;
beforeAll(async () => {
  clips = await TestClips.create();
  const file = await clips.drawH264('fragments.mp4', 3, [
    ...['-profile:v', 'high', '-level', '3.1', '-frag_duration', '200000'],
    ...['-movflags', 'empty_moov+default_base_moof+frag_keyframe'],
  ]);
  video = await readFile(file);
});
afterAll(() => clips[Symbol.asyncDispose]());

function read(chunks: readonly Uint8Array[]) {
  const inits: InitSegment[] = [];
  const fragments: Fragment[] = [];
  const reader = new FragmentedMp4({
    onInit: (init) => inits.push(init),
    onFragment: (fragment) => fragments.push(fragment),
  });
  for (const chunk of chunks) reader.write(chunk);
  return { inits, fragments };
}

test('reads the start of the stream as players need it', () => {
  const { inits } = read([video]);
  expect(inits).toHaveLength(1);
  expect(inits[0]).toMatchObject({ mimeType: 'video/mp4; codecs="avc1.64001f"', width: 320, height: 240 });
});

test('reads fragments that follow each other without a gap, a key frame each second', () => {
  const { fragments } = read([video]);
  expect(
    fragments.filter((fragment) => fragment.keyFrame).map((fragment) => fragment.startSeconds),
  ).toHaveLength(3);
  expect(fragments[0]?.keyFrame).toBe(true);
  for (const fragment of fragments) {
    expect(fragment.startSeconds).toBeGreaterThanOrEqual(fragment.decodeSeconds);
  }
  const pictures = fragments.flatMap((fragment) => fragment.pictureSeconds).toSorted((a, b) => a - b);
  expect(pictures).toHaveLength(75);
  pictures.forEach((seconds, index) => {
    expect(seconds - (pictures[0] ?? 0)).toBeCloseTo(index / 25, 6);
  });
  const last = fragments.at(-1);
  expect((last?.startSeconds ?? 0) + (last?.durationSeconds ?? 0)).toBeCloseTo((pictures[0] ?? 0) + 3, 6);
});

test('start and fragments together are the stream, less its index', () => {
  const { inits, fragments } = read([video]);
  const joined = Buffer.concat([...inits, ...fragments].map(({ bytes }) => bytes));
  expect(joined.equals(video.subarray(0, joined.length))).toBe(true);
  expect(video.toString('latin1', joined.length + 4, joined.length + 8)).toBe('mfra');
});

test('any split into chunks gives the same', () => {
  const whole = read([video]);
  fc.assert(
    fc.property(fc.array(fc.nat(video.length), { maxLength: 40 }), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), video.length];
      const chunks = at.slice(1).map((end, index) => video.subarray(at[index], end));
      expect(read(chunks)).toEqual(whole);
    }),
    { numRuns: 30 },
  );
  const bytewise = Array.from(video.subarray(0, 20_000), (byte) => Uint8Array.of(byte));
  expect(read(bytewise).fragments).toEqual(read([video.subarray(0, 20_000)]).fragments);
});

test('bytes that are no MP4 are refused with a typed error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 200 }), (bytes) => {
      try {
        expect(read([bytes]).fragments).toEqual([]);
      } catch (error) {
        expect(error).toBeInstanceOf(StreamError);
      }
    }),
  );
  expect(() => read([Buffer.from('HTTP/1.1 200 OK\r\n')])).toThrow(StreamError);
});

test('a damaged stream is refused or read, never a crash', () => {
  fc.assert(
    fc.property(fc.nat(4000), fc.integer({ min: 1, max: 255 }), (position, change) => {
      const damaged = Buffer.from(video);
      damaged[position] = (damaged[position] ?? 0) ^ change;
      try {
        read([damaged]);
      } catch (error) {
        expect(error).toBeInstanceOf(StreamError);
      }
    }),
    { numRuns: 300 },
  );
});

test('a box that claims to be huge is refused at once', () => {
  const huge = Buffer.from(video);
  const moof = huge.indexOf('moof') - 4;
  huge.writeUInt32BE(0xffffff00, moof);
  expect(() => read([huge])).toThrow(/too large/);
});
