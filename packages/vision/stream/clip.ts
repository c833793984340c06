import { type Fragment, moveFragment } from './fragment.ts';
import type { InitSegment } from './init-segment.ts';
import { viewOf } from './mp4-box.ts';

/** A playable MP4 that begins with a key frame. */
export interface Clip {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mimeType: string;
  /** Stream seconds of the clip's time 0. */
  readonly startSeconds: number;
  readonly durationSeconds: number;
}

/**
 * Joins fragments that follow each other to one file that plays from 0.
 *
 * @param fragments at least one, the first with a key frame
 * @throws StreamError `STREAM_MALFORMED`
 */
export function joinClip(init: InitSegment, fragments: readonly Fragment[]): Clip {
  const startSeconds = fragments[0]?.decodeSeconds ?? 0;
  const endSeconds = Math.max(
    ...fragments.map((fragment) => fragment.startSeconds + fragment.durationSeconds),
  );
  const moved = fragments.map((fragment) => moveFragment(fragment, init, startSeconds));
  const parts = [init.bytes, segmentIndex(init, fragments, endSeconds), ...moved];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, mimeType: init.mimeType, startSeconds, durationSeconds: endSeconds - startSeconds };
}

/**
 * The `sidx` box (ISO/IEC 14496-12, 8.16.3) of a clip: from it players know its length and can jump in it.
 * It lists size and duration of each fragment and whether decoding can begin there.
 */
function segmentIndex(
  init: InitSegment,
  fragments: readonly Fragment[],
  endSeconds: number,
): Uint8Array<ArrayBuffer> {
  const ticks = (seconds: number) => Math.round(seconds * init.timescale);
  const box = new Uint8Array(40 + 12 * fragments.length);
  const view = viewOf(box);
  view.setUint32(0, box.length);
  box.set(Buffer.from('sidx'), 4);
  view.setUint8(8, 1);
  view.setUint32(12, init.trackId);
  view.setUint32(16, init.timescale);
  // Pictures are shown a little after they are decoded; the durations add up to the time that they are shown.
  const [first] = fragments;
  const delay = first === undefined ? 0 : ticks(first.startSeconds) - ticks(first.decodeSeconds);
  view.setBigUint64(20, BigInt(delay));
  view.setUint16(38, fragments.length);
  fragments.forEach((fragment, index) => {
    const next = fragments[index + 1];
    const end = next === undefined ? ticks(endSeconds) - delay : ticks(next.decodeSeconds);
    const at = 40 + 12 * index;
    view.setUint32(at, fragment.bytes.length);
    view.setUint32(at + 4, end - ticks(fragment.decodeSeconds));
    // Starts with a stream access point of type 1, or has none.
    view.setUint32(at + 8, fragment.keyFrame ? 0x90000000 : 0);
  });
  return box;
}
