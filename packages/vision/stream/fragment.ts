import type { InitSegment, SampleDefaults } from './init-segment.ts';
import { findBox, malformed, viewOf } from './mp4-box.ts';

/** A few pictures as one `moof` and `mdat`. */
export interface Fragment {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Earliest presentation time in it, in seconds on the stream's clock. */
  readonly startSeconds: number;
  /** From there to the end of its last picture; fragments overlap a little where pictures are reordered. */
  readonly durationSeconds: number;
  /** Decoding time of its first picture in seconds (`tfdt`); not after `startSeconds`. */
  readonly decodeSeconds: number;
  /** Whether decoding can begin here. */
  readonly keyFrame: boolean;
  /** Presentation times of its pictures in seconds, in the order of decoding. */
  readonly pictureSeconds: readonly number[];
}

/** Bits of `tfhd`, `trun` and the sample flags (ISO/IEC 14496-12, 8.8.3.1, 8.8.7 and 8.8.8). */
const TFHD = { baseDataOffset: 0x1, sampleDescription: 0x2, duration: 0x8, size: 0x10, flags: 0x20 };
const TRUN = { dataOffset: 0x1, firstFlags: 0x4, duration: 0x100, size: 0x200, flags: 0x400, offset: 0x800 };
const NON_SYNC_SAMPLE = 0x10000;
/** Samples may take no bytes at all, so a wild count would not run into the end by itself. */
const MOST_PICTURES = 10_000;

/**
 * Reads the times of a fragment.
 *
 * @param bytes one `moof` followed by its `mdat`
 * @throws StreamError `STREAM_MALFORMED`
 */
export function readFragment(bytes: Uint8Array<ArrayBuffer>, init: InitSegment): Fragment {
  try {
    const decodeTicks = readDecodeTime(bytes);
    const samples = readSamples(bytes, readDefaults(bytes, init.defaults));
    const [first] = samples;
    if (first === undefined) throw malformed('A fragment holds no pictures.');
    let ticks = decodeTicks;
    let endTicks = decodeTicks;
    const pictureSeconds: number[] = [];
    for (const { offset, duration } of samples) {
      pictureSeconds.push((ticks + offset) / init.timescale);
      endTicks = Math.max(endTicks, ticks + offset + duration);
      ticks += duration;
    }
    const startSeconds = Math.min(...pictureSeconds);
    return {
      ...{ bytes, startSeconds, durationSeconds: endTicks / init.timescale - startSeconds },
      decodeSeconds: decodeTicks / init.timescale,
      keyFrame: (first.flags & NON_SYNC_SAMPLE) === 0,
      pictureSeconds,
    };
  } catch (error) {
    if (error instanceof RangeError) throw malformed('A fragment is incomplete.', error);
    throw error;
  }
}

/**
 * A copy of a fragment that is decoded `seconds` earlier.
 *
 * @throws StreamError `STREAM_MALFORMED` where that would be before 0
 */
export function moveFragment(
  fragment: Fragment,
  init: InitSegment,
  seconds: number,
): Uint8Array<ArrayBuffer> {
  const bytes = fragment.bytes.slice();
  const at = findBox(bytes, ['moof', 'traf', 'tfdt']).content;
  const moved = readDecodeTime(bytes) - Math.round(seconds * init.timescale);
  if (moved < 0) throw malformed('A fragment cannot begin before time 0.');
  const view = viewOf(bytes);
  if (view.getUint8(at) === 1) view.setBigUint64(at + 4, BigInt(moved));
  else view.setUint32(at + 4, moved);
  return bytes;
}

function readDecodeTime(bytes: Uint8Array): number {
  const { content } = findBox(bytes, ['moof', 'traf', 'tfdt']);
  const view = viewOf(bytes);
  return view.getUint8(content) === 1 ? Number(view.getBigUint64(content + 4)) : view.getUint32(content + 4);
}

function readDefaults(bytes: Uint8Array, defaults: SampleDefaults): SampleDefaults {
  const { content } = findBox(bytes, ['moof', 'traf', 'tfhd']);
  const view = viewOf(bytes);
  const has = view.getUint32(content);
  let at = content + 8;
  if (has & TFHD.baseDataOffset) at += 8;
  if (has & TFHD.sampleDescription) at += 4;
  const duration = has & TFHD.duration ? view.getUint32(at) : defaults.duration;
  if (has & TFHD.duration) at += 4;
  if (has & TFHD.size) at += 4;
  return { duration, flags: has & TFHD.flags ? view.getUint32(at) : defaults.flags };
}

function readSamples(
  bytes: Uint8Array,
  defaults: SampleDefaults,
): { readonly duration: number; readonly flags: number; readonly offset: number }[] {
  const { content } = findBox(bytes, ['moof', 'traf', 'trun']);
  const view = viewOf(bytes);
  const has = view.getUint32(content);
  const count = view.getUint32(content + 4);
  if (count > MOST_PICTURES) throw malformed(`A fragment claims to hold ${count} pictures.`);
  let at = content + 8;
  const next = (present: number, otherwise: number): number => {
    if (!(has & present)) return otherwise;
    at += 4;
    return view.getUint32(at - 4);
  };
  next(TRUN.dataOffset, 0);
  const firstFlags = next(TRUN.firstFlags, defaults.flags);
  return Array.from({ length: count }, (_, index) => {
    const duration = next(TRUN.duration, defaults.duration);
    next(TRUN.size, 0);
    const flags = next(TRUN.flags, index === 0 ? firstFlags : defaults.flags);
    // Signed in version 1; ffmpeg's offsets in version 0 are positive and small: both read alike.
    return { duration, flags, offset: next(TRUN.offset, 0) | 0 };
  });
}
