import { type Clip, joinClip } from './clip.ts';
import type { Fragment } from './fragment.ts';
import { FragmentedMp4, type FragmentListener } from './fragmented-mp4.ts';
import type { InitSegment } from './init-segment.ts';
import { StreamError } from './stream-error.ts';

/** The same moment on the two pipes may differ by a tick of either clock; pictures are further apart. */
const TICK_SECONDS = 0.002;

export interface ClipRingOptions {
  /** Seconds of video to keep. */
  readonly seconds: number;
  /** Bytes to keep at most, whatever the seconds. */
  readonly bytes: number;
}

interface Kept {
  readonly fragment: Fragment;
  readonly init: InitSegment;
}

/**
 * The last seconds of a camera as fragmented MP4. It always begins with a key frame, gives viewers that
 * join what they need to start at once, and cuts clips as files of their own.
 *
 * A viewer gets `onInit` again when the camera was opened anew, with other parameters perhaps.
 */
export class ClipRing {
  readonly #options: ClipRingOptions;
  readonly #viewers = new Set<FragmentListener>();
  #reader: FragmentedMp4;
  #init: InitSegment | null = null;
  #kept: Kept[] = [];
  #bytes = 0;

  constructor(options: ClipRingOptions) {
    this.#options = options;
    this.#reader = this.#newReader();
  }

  /** Start of the stream that is being written, or null before it came. */
  get init(): InitSegment | null {
    return this.#init;
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Stream seconds that can be cut, or null while nothing is kept. */
  get range(): { readonly from: number; readonly to: number } | null {
    const first = this.#kept[0];
    if (first === undefined) return null;
    // Where pictures are reordered, the last to be shown may lie in the fragment before the last.
    return { from: first.fragment.startSeconds, to: endOf(this.#kept.slice(-2)) };
  }

  /** Presentation time of the newest picture kept, in stream seconds, or null while nothing is kept. */
  get newestPictureSeconds(): number | null {
    const times = this.#kept.slice(-2).flatMap(({ fragment }) => fragment.pictureSeconds);
    return times.length === 0 ? null : Math.max(...times);
  }

  /**
   * Takes the next bytes of the stream.
   *
   * @throws StreamError `STREAM_MALFORMED`; call `restart` before writing again
   */
  write(chunk: Uint8Array): void {
    this.#reader.write(chunk);
  }

  /** The source was opened anew: the next bytes are a new stream. What is kept stays. */
  restart(): void {
    this.#reader = this.#newReader();
    this.#init = null;
  }

  /**
   * Calls the listener with the start of the stream and all since its last key frame, and from then on with
   * whatever comes. Dispose of the subscription to end it.
   */
  subscribe(viewer: FragmentListener): Disposable {
    if (this.#init !== null) {
      viewer.onInit(this.#init);
      const key = this.#kept.findLastIndex(({ fragment }) => fragment.keyFrame);
      const since = key < 0 ? [] : this.#kept.slice(key);
      for (const { fragment, init } of since) if (init === this.#init) viewer.onFragment(fragment);
    }
    this.#viewers.add(viewer);
    return { [Symbol.dispose]: () => this.#viewers.delete(viewer) };
  }

  /**
   * Cuts `[from, to]`, in stream seconds, widened to the key frame before. What is no longer kept, or
   * belongs to the time before the camera was opened anew, is left out.
   *
   * @throws StreamError `CLIP_NOT_KEPT`
   */
  cut(from: number, to: number): Clip {
    const last = this.#kept.findLastIndex(({ fragment }) => fragment.startSeconds <= to + TICK_SECONDS);
    const init = this.#kept[last]?.init;
    const stream = this.#kept.slice(0, last + 1).filter((kept) => kept.init === init);
    const keys = stream.filter(({ fragment }) => fragment.keyFrame);
    const key = keys.findLast(({ fragment }) => fragment.startSeconds <= from + TICK_SECONDS) ?? keys[0];
    if (init === undefined || key === undefined || endOf(stream) <= from) throw this.#notKept(from, to);
    const fragments = stream.slice(stream.indexOf(key)).map(({ fragment }) => fragment);
    return joinClip(init, fragments);
  }

  /** Waits until the pictures of a moment are kept; `signal` gives up, with its reason. */
  async reaches(seconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    // Pictures come in the order of decoding: all of a moment are there once a later one begins a fragment.
    const check = (fragment: Fragment) => fragment.startSeconds > seconds + TICK_SECONDS && resolve();
    using _viewer = this.subscribe({ onInit() {}, onFragment: check });
    await promise.finally(() => signal.removeEventListener('abort', abort));
  }

  #newReader(): FragmentedMp4 {
    return new FragmentedMp4({
      onInit: (init) => {
        this.#init = init;
        for (const viewer of this.#viewers) viewer.onInit(init);
      },
      onFragment: (fragment) => {
        this.#keep(fragment);
        for (const viewer of this.#viewers) viewer.onFragment(fragment);
      },
    });
  }

  #keep(fragment: Fragment): void {
    const init = this.#init;
    // What comes before the first key frame cannot be shown.
    if (init === null || (this.#kept.at(-1)?.init !== init && !fragment.keyFrame)) return;
    this.#kept.push({ fragment, init });
    this.#bytes += fragment.bytes.length;
    while (this.#isTooMuch()) this.#dropFirstGroup();
  }

  /** Too many bytes; or enough seconds even without the oldest group of pictures. */
  #isTooMuch(): boolean {
    if (this.#kept.length === 0) return false;
    if (this.#bytes > this.#options.bytes) return true;
    const second = this.#kept[this.#endOfFirstGroup()]?.fragment;
    return second !== undefined && (this.range?.to ?? 0) - second.startSeconds >= this.#options.seconds;
  }

  #dropFirstGroup(): void {
    for (const { fragment } of this.#kept.splice(0, this.#endOfFirstGroup()))
      this.#bytes -= fragment.bytes.length;
  }

  #endOfFirstGroup(): number {
    const next = this.#kept.findIndex(({ fragment }, index) => index > 0 && fragment.keyFrame);
    return next < 0 ? this.#kept.length : next;
  }

  #notKept(from: number, to: number): StreamError {
    const range = this.range;
    const kept =
      range === null ? 'nothing is kept' : `kept are ${range.from.toFixed(1)} to ${range.to.toFixed(1)} s`;
    return new StreamError(
      'CLIP_NOT_KEPT',
      `The video from ${from.toFixed(1)} to ${to.toFixed(1)} s is not there: ${kept}.`,
    );
  }
}

function endOf(kept: readonly Kept[]): number {
  return Math.max(...kept.map(({ fragment }) => fragment.startSeconds + fragment.durationSeconds));
}
