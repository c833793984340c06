import { StreamError } from './stream-error.ts';

/** A box of an ISO base media file (ISO/IEC 14496-12, 4.2). Offsets count from the start of the bytes. */
export interface Mp4Box {
  readonly type: string;
  readonly start: number;
  /** Where its content begins. */
  readonly content: number;
  readonly end: number;
}

/** The boxes that lie side by side in `[start, end)`. Throws `STREAM_MALFORMED` where sizes do not fit. */
export function boxesIn(bytes: Uint8Array, start = 0, end = bytes.length): Mp4Box[] {
  const boxes: Mp4Box[] = [];
  for (let at = start; at < end; ) {
    const header = readBoxHeader(bytes, at, end);
    if (header === null || at + header.size > end) throw malformed('A box is larger than what holds it.');
    boxes.push({ type: header.type, start: at, content: at + header.headerBytes, end: at + header.size });
    at += header.size;
  }
  return boxes;
}

/** The first box that the path of types leads to. Throws `STREAM_MALFORMED` where there is none. */
export function findBox(bytes: Uint8Array, path: readonly string[]): Mp4Box {
  let within = { content: 0, end: bytes.length };
  let found: Mp4Box | undefined;
  for (const type of path) {
    found = boxesIn(bytes, within.content, within.end).find((box) => box.type === type);
    if (found === undefined) throw malformed(`The stream has no ${path.join('/')}.`);
    within = found;
  }
  if (found === undefined) throw malformed('An empty path names no box.');
  return found;
}

/** Type and size of the box that begins at `at`, or null while its header is not complete. */
export function readBoxHeader(
  bytes: Uint8Array,
  at: number,
  end: number,
): { readonly type: string; readonly size: number; readonly headerBytes: number } | null {
  if (end - at < 8) return null;
  const view = viewOf(bytes);
  const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  const size = view.getUint32(at);
  if (size !== 1) {
    if (size < 8) throw malformed('A box has no valid size.');
    return { type, size, headerBytes: 8 };
  }
  if (end - at < 16) return null;
  const large = Number(view.getBigUint64(at + 8));
  if (large < 16) throw malformed('A box has no valid size.');
  return { type, size: large, headerBytes: 16 };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function malformed(message: string, cause?: unknown): StreamError {
  return new StreamError('STREAM_MALFORMED', message, { cause });
}
