import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const CHUNK = 4 * 1024 * 1024;

/** Bytes that are looked for, each one inverted: so that looking for them does not put them into memory. */
export type InvertedBytes = readonly number[];

/** The values of a float array, as they lie in memory. @param valueAt gives one value after the other */
export function invertedFloats(count: number, valueAt: (index: number) => number): InvertedBytes {
  const scratch = new DataView(new ArrayBuffer(4));
  const inverted: number[] = [];
  for (let index = 0; index < count; index++) {
    scratch.setFloat32(0, valueAt(index), true);
    for (let at = 0; at < 4; at++) inverted.push(scratch.getUint8(at) ^ 0xff);
    scratch.setUint32(0, 0);
  }
  return inverted;
}

/** The same bytes as base64 text. @param bytes a multiple of three */
export function invertedBase64(bytes: InvertedBytes): InvertedBytes {
  const inverted: number[] = [];
  for (let at = 0; at + 2 < bytes.length; at += 3) {
    const [a, b, c] = [bytes[at]! ^ 0xff, bytes[at + 1]! ^ 0xff, bytes[at + 2]! ^ 0xff];
    for (const six of [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63])
      inverted.push(base64Code(six) ^ 0xff);
  }
  return inverted;
}

/**
 * How often bytes occur in the memory of this process: heaps, buffers and what was freed and not overwritten. Linux only.
 * @param wanted four bytes or more
 */
export function countInMemory(wanted: InvertedBytes): number {
  const memory = openSync('/proc/self/mem', 'r');
  const room = Buffer.alloc(CHUNK + wanted.length);
  const found = new Set<number>();
  try {
    for (const [from, to] of writableRegions())
      for (let start = from; start < to; start += CHUNK) {
        const length = Math.min(room.length, to - start);
        let read: number;
        try {
          read = readSync(memory, room, 0, length, start);
        } catch {
          continue;
        }
        for (const at of placesOf(room, read, wanted)) found.add(start + at);
      }
  } finally {
    room.fill(0);
    closeSync(memory);
  }
  return found.size;
}

/** Places are found by the first four bytes, which alone say nothing, and then compared. */
function* placesOf(room: Buffer, length: number, wanted: InvertedBytes): Generator<number> {
  const first = Buffer.from(wanted.slice(0, 4).map((byte) => byte ^ 0xff));
  const last = length - wanted.length;
  for (let at = room.indexOf(first); at >= 0 && at <= last; at = room.indexOf(first, at + 1)) {
    let same = first.length;
    while (same < wanted.length && (room[at + same]! ^ 0xff) === wanted[same]) same += 1;
    if (same === wanted.length) yield at;
  }
}

/** Where this process may write, as begin and end of each region. */
function writableRegions(): [number, number][] {
  return readFileSync('/proc/self/maps', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      if (from === undefined || to === undefined) return [];
      return [[Number.parseInt(from, 16), Number.parseInt(to, 16)] as [number, number]];
    });
}

function base64Code(six: number): number {
  if (six < 26) return 65 + six;
  if (six < 52) return 71 + six;
  if (six < 62) return six - 4;
  return six === 62 ? 43 : 47;
}
