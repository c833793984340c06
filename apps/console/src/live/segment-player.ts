/** How far behind the newest picture playback may fall before it jumps. */
const FURTHEST_BEHIND_SECONDS = 2;
/** How far behind it aims to be: enough for the next fragment, more when the objects come late. */
const LEAST_BEHIND_SECONDS = 0.4;
const MOST_BEHIND_SECONDS = 1.4;
/** Playback runs this much slower or faster to get there; nobody sees it. */
const RATE_CHANGE = 0.08;
const TOLERANCE_SECONDS = 0.15;
/** How much is kept behind the picture. */
const KEPT_SECONDS = 10;
/** What waits to be appended; more means that decoding does not keep up, and the oldest is of no use. */
const LONGEST_QUEUE = 120;

/**
 * Plays fragmented MP4 as it arrives and stays near its newest picture. One player plays one stream: a
 * stream that begins again gets a new one.
 */
export class SegmentPlayer implements Disposable {
  readonly #video: HTMLVideoElement;
  readonly #source = new MediaSource();
  readonly #url: string;
  readonly #mimeType: string;
  readonly #onFailed: (error: unknown) => void;
  readonly #queue: ArrayBuffer[] = [];
  #buffer: SourceBuffer | null = null;
  #aimBehind = LEAST_BEHIND_SECONDS;

  /** @param onFailed the stream cannot be decoded; the owner starts again with a new player */
  constructor(video: HTMLVideoElement, mimeType: string, onFailed: (error: unknown) => void) {
    this.#video = video;
    this.#mimeType = mimeType;
    this.#onFailed = onFailed;
    this.#url = URL.createObjectURL(this.#source);
    this.#source.addEventListener('sourceopen', () => this.#open(), { once: true });
    video.src = this.#url;
  }

  static canPlay(mimeType: string): boolean {
    return MediaSource.isTypeSupported(mimeType);
  }

  /** The end of what has arrived, on the clock of the stream. */
  get edge(): number {
    const { buffered } = this.#video;
    return buffered.length > 0 ? buffered.end(buffered.length - 1) : 0;
  }

  /**
   * Plays so far behind the newest picture that what is known of a picture arrives before it is shown.
   * @param seconds how late that is known
   */
  waitFor(seconds: number): void {
    this.#aimBehind = Math.max(LEAST_BEHIND_SECONDS, Math.min(seconds, MOST_BEHIND_SECONDS));
  }

  append(segment: ArrayBuffer): void {
    this.#queue.push(segment);
    if (this.#queue.length > LONGEST_QUEUE) {
      this.#onFailed(new Error('Decoding does not keep up with the stream.'));
      return;
    }
    this.#pump();
  }

  [Symbol.dispose](): void {
    this.#queue.length = 0;
    this.#buffer = null;
    this.#video.removeAttribute('src');
    this.#video.load();
    URL.revokeObjectURL(this.#url);
  }

  #open(): void {
    try {
      this.#buffer = this.#source.addSourceBuffer(this.#mimeType);
    } catch (error) {
      this.#onFailed(error);
      return;
    }
    this.#buffer.addEventListener('updateend', () => {
      this.#stayNearEdge();
      this.#pump();
    });
    this.#buffer.addEventListener('error', () => this.#onFailed(this.#video.error));
    this.#pump();
  }

  #pump(): void {
    const buffer = this.#buffer;
    if (!buffer || buffer.updating || this.#source.readyState !== 'open') return;
    try {
      const { buffered } = buffer;
      const start = buffered.length > 0 ? buffered.start(0) : 0;
      if (this.#video.currentTime - start > 2 * KEPT_SECONDS) {
        buffer.remove(start, this.#video.currentTime - KEPT_SECONDS);
        return;
      }
      const next = this.#queue.shift();
      if (next) buffer.appendBuffer(next);
    } catch (error) {
      this.#onFailed(error);
    }
  }

  /** Jumps forward when too far behind, and over the gap at the very beginning of a stream. */
  #stayNearEdge(): void {
    const { buffered, currentTime } = this.#video;
    if (buffered.length === 0) return;
    const last = buffered.length - 1;
    const [start, end] = [buffered.start(last), buffered.end(last)];
    const behind = end - currentTime;
    if (currentTime < start || behind > FURTHEST_BEHIND_SECONDS) {
      this.#video.currentTime = Math.max(start, end - this.#aimBehind);
    }
    const off = behind - this.#aimBehind;
    this.#video.playbackRate = Math.abs(off) < TOLERANCE_SECONDS ? 1 : 1 + Math.sign(off) * RATE_CHANGE;
    // Refused while the page is in the background; tried again with the next fragment.
    if (this.#video.paused) this.#video.play().catch(() => undefined);
  }
}
