import type { Frame } from '../frame.ts';

/** Frames that wait when nothing may be dropped, before ffmpeg is made to wait as well. */
const EVERY_FRAME_LIMIT = 4;

export interface FrameQueueOptions {
  readonly delivery: 'newest' | 'every';
  /** A frame was replaced before anybody took it; the queue no longer holds it. */
  readonly onDrop: (frame: Frame) => void;
  /** The producer should stop (`true`) or may go on (`false`). */
  readonly onFull: (full: boolean) => void;
}

/**
 * What lies between ffmpeg and the reader of its frames, and never grows: with `newest` one frame, which
 * the next one replaces; with `every` a few, and then the producer waits. One reader at a time.
 */
export class FrameQueue {
  readonly #options: FrameQueueOptions;
  readonly #limit: number;
  #frames: Frame[] = [];
  #end: { readonly error: Error | null } | null = null;
  #reader: PromiseWithResolvers<void> | null = null;

  constructor(options: FrameQueueOptions) {
    this.#options = options;
    this.#limit = options.delivery === 'newest' ? 1 : EVERY_FRAME_LIMIT;
  }

  put(frame: Frame): void {
    if (this.#end !== null) return;
    if (this.#options.delivery === 'newest') {
      for (const old of this.#frames.splice(0)) this.#options.onDrop(old);
    }
    this.#frames.push(frame);
    if (this.#options.delivery === 'every' && this.#frames.length >= this.#limit) this.#options.onFull(true);
    this.#reader?.resolve();
  }

  /** No frame will follow those that wait; then the reader gets the error, or the end. */
  end(error: Error | null): void {
    this.#end ??= { error };
    this.#reader?.resolve();
  }

  /** Forgets what waits and ends. */
  clear(): void {
    this.#frames = [];
    this.#end = { error: null };
    this.#reader?.resolve();
  }

  /** The next frame, or null after the last. */
  async take(): Promise<Frame | null> {
    while (this.#frames.length === 0) {
      if (this.#end !== null) {
        if (this.#end.error !== null) throw this.#end.error;
        return null;
      }
      this.#reader = Promise.withResolvers();
      await this.#reader.promise;
      this.#reader = null;
    }
    const frame = this.#frames.shift() as Frame;
    if (this.#frames.length < this.#limit) this.#options.onFull(false);
    return frame;
  }
}
