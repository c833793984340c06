import { type Fragment, readFragment } from './fragment.ts';
import { type InitSegment, readInitSegment } from './init-segment.ts';
import { malformed, readBoxHeader } from './mp4-box.ts';

/** Largest box that is believed: far above any fragment of a fifth of a second or any header. */
const LARGEST_BOX = 64 * 1024 * 1024;

export interface FragmentListener {
  /** Comes once, before any fragment. */
  onInit(init: InitSegment): void;
  onFragment(fragment: Fragment): void;
}

/**
 * Reads fragmented MP4 as ffmpeg writes it to a pipe (one H.264 track), whatever the chunks: collects the
 * initialisation segment and then one `moof` with its `mdat` at a time. What arrives is copied once.
 */
export class FragmentedMp4 {
  readonly #listener: FragmentListener;
  readonly #header = new Uint8Array(16);
  #headerBytes = 0;
  /** The box being read; its buffer already begins with what belongs in front of it. */
  #box: { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer>; filled: number } | null = null;
  /** `ftyp` until its `moov` is there, `moof` until its `mdat` is there. */
  #front: Uint8Array<ArrayBuffer> | null = null;
  #init: InitSegment | null = null;

  constructor(listener: FragmentListener) {
    this.#listener = listener;
  }

  /**
   * Takes the next bytes of the stream.
   *
   * @throws StreamError `STREAM_MALFORMED`; the reader is then of no further use
   */
  write(chunk: Uint8Array): void {
    for (let read = 0; read < chunk.length; ) {
      read += this.#box === null ? this.#readHeader(chunk, read) : this.#readContent(chunk, read);
    }
  }

  #readHeader(chunk: Uint8Array, from: number): number {
    // Byte by byte, since a chunk may end within a header; it is never more than 16.
    this.#header[this.#headerBytes++] = chunk[from] ?? 0;
    const header = readBoxHeader(this.#header, 0, this.#headerBytes);
    if (header === null) return 1;
    if (!/^[a-z]{4}$/.test(header.type)) throw malformed('The stream is not MP4.');
    if (header.size > LARGEST_BOX) throw malformed(`A box of ${header.size} bytes is too large.`);
    const front = header.type === 'moov' || header.type === 'mdat' ? this.#front : null;
    if (front !== null) this.#front = null;
    const before = front?.length ?? 0;
    const bytes = new Uint8Array(before + header.size);
    if (front !== null) bytes.set(front);
    bytes.set(this.#header.subarray(0, this.#headerBytes), before);
    this.#box = { type: header.type, bytes, filled: before + this.#headerBytes };
    this.#headerBytes = 0;
    this.#closeBox();
    return 1;
  }

  #readContent(chunk: Uint8Array, from: number): number {
    const box = this.#box;
    if (box === null) return 0;
    const part = chunk.subarray(from, from + box.bytes.length - box.filled);
    box.bytes.set(part, box.filled);
    box.filled += part.length;
    this.#closeBox();
    return part.length;
  }

  #closeBox(): void {
    const box = this.#box;
    if (box === null || box.filled < box.bytes.length) return;
    this.#box = null;
    switch (box.type) {
      case 'ftyp':
      case 'moof':
        this.#front = box.bytes;
        return;
      case 'moov':
        this.#init = readInitSegment(box.bytes);
        this.#listener.onInit(this.#init);
        return;
      case 'mdat':
        if (this.#init === null) throw malformed('Pictures come before the start of the stream.');
        this.#listener.onFragment(readFragment(box.bytes, this.#init));
        return;
      default:
        // Indexes (`mfra`, `sidx`) and marks (`styp`) are of no use here.
        return;
    }
  }
}
