import { type Fragment, moveFragment } from './fragment.ts';
import type { InitSegment } from './init-segment.ts';
import { findBox, viewOf } from './mp4-box.ts';

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
  const durationSeconds =
    Math.max(...fragments.map((fragment) => fragment.startSeconds + fragment.durationSeconds)) - startSeconds;
  const parts = [withDuration(init, durationSeconds)];
  for (const fragment of fragments) parts.push(moveFragment(fragment, init, startSeconds));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, mimeType: init.mimeType, startSeconds, durationSeconds };
}

/** The start of the stream with its length written in, so that players show a time line. */
function withDuration(init: InitSegment, seconds: number): Uint8Array<ArrayBuffer> {
  const bytes = init.bytes.slice();
  const view = viewOf(bytes);
  const mvhd = findBox(bytes, ['moov', 'mvhd']).content;
  const long = view.getUint8(mvhd) === 1;
  const ticks = Math.round(seconds * view.getUint32(mvhd + (long ? 20 : 12)));
  if (long) view.setBigUint64(mvhd + 24, BigInt(ticks));
  else view.setUint32(mvhd + 16, ticks);
  return bytes;
}
