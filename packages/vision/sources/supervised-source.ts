import { setTimeout as wait } from 'node:timers/promises';
import type { CameraState } from '@amaan/contracts/camera';
import type { Frame } from '../frame.ts';
import { backOffMs } from './back-off.ts';
import { openSource } from './ffmpeg-source.ts';
import type { FrameSource, SourceInfo, SourceOptions } from './frame-source.ts';
import { SourceError } from './source-error.ts';
import type { StartGate } from './start-gate.ts';

/** Seconds that a source must have been live for its earlier failures to be forgotten. */
const HEALTHY_SECONDS = 30;

/** What a supervised source reports of itself. */
export interface SourceState {
  /** `failed` lasts until the source is live again, though it is tried again all the while. */
  readonly state: CameraState;
  /** Unix time in milliseconds. */
  readonly since: number;
  /** Why it failed; null in every other state. */
  readonly error: SourceError | null;
  /** What it shows; null while not live. */
  readonly info: SourceInfo | null;
}

export interface SupervisedSourceOptions {
  readonly url: string;
  readonly analysisRate: number;
  readonly fit: SourceOptions['fit'];
  /** A recording starts again at its end; otherwise its end stops the source. */
  readonly loop: boolean;
  /** Shared by all sources of a process. */
  readonly startGate: StartGate;
  /** Called whenever ffmpeg starts: gives the taker of a new stream of fragmented MP4. */
  readonly openFragments?: () => (chunk: Uint8Array) => void;
  readonly onState?: (state: SourceState) => void;
  readonly stallSeconds?: number;
}

/** What tests replace. */
export interface SupervisedSourceParts {
  readonly open: (options: SourceOptions) => Promise<FrameSource>;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
}

const PARTS: SupervisedSourceParts = {
  open: openSource,
  pause: (ms, signal) => wait(ms, undefined, { signal }),
  random: Math.random,
};

/**
 * Keeps one camera alive: opens it, delivers its newest frames, and opens it again when it fails, ever more
 * rarely while it goes on failing. `streamSeconds` and `index` go on increasing from run to run. Iterate it
 * once; the iteration ends when it is disposed, or with a recording that does not loop.
 */
export class SupervisedSource implements AsyncIterable<Frame>, AsyncDisposable {
  readonly #options: SupervisedSourceOptions;
  readonly #parts: SupervisedSourceParts;
  readonly #stop = new AbortController();
  readonly #startedAt = Date.now();
  #state: SourceState = { state: 'connecting', since: Date.now(), error: null, info: null };
  #source: FrameSource | null = null;
  #failures = 0;
  #wasLive = false;
  #framesDropped = 0;
  #lastSeconds = 0;
  #nextIndex = 0;

  constructor(options: SupervisedSourceOptions, parts: Partial<SupervisedSourceParts> = {}) {
    this.#options = options;
    this.#parts = { ...PARTS, ...parts };
  }

  get state(): SourceState {
    return this.#state;
  }

  /** Frames that a newer one replaced before anybody took them, over all runs. */
  get framesDropped(): number {
    return this.#framesDropped + (this.#source?.framesDropped ?? 0);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Frame, void, undefined> {
    try {
      for (let again = true; again && !this.#stop.signal.aborted; ) {
        try {
          yield* this.#runOnce();
          again = false;
        } catch (error) {
          if (this.#stop.signal.aborted) break;
          again = await this.#failed(error);
        }
      }
    } finally {
      // What failed for good is shown as failed until somebody disposes of it.
      if (this.#state.error === null) this.#change({ state: 'stopped', error: null, info: null });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#source?.[Symbol.asyncDispose]();
    this.#change({ state: 'stopped', error: null, info: null });
  }

  async *#runOnce(): AsyncGenerator<Frame, void, undefined> {
    await using source = await this.#open();
    const liveSince = Date.now();
    this.#source = source;
    this.#change({ state: 'live', error: null, info: source.info });
    const firstIndex = this.#nextIndex;
    try {
      for await (const frame of source) {
        this.#lastSeconds = frame.streamSeconds;
        this.#nextIndex = firstIndex + frame.index + 1;
        yield firstIndex === 0 ? frame : { ...frame, index: firstIndex + frame.index };
      }
    } finally {
      this.#source = null;
      this.#framesDropped += source.framesDropped;
      this.#wasLive = true;
      if (Date.now() - liveSince >= HEALTHY_SECONDS * 1000) this.#failures = 0;
    }
  }

  async #open(): Promise<FrameSource> {
    const { url, analysisRate, fit, loop, startGate, stallSeconds } = this.#options;
    const order =
      this.#wasLive && this.#failures <= 1 ? 'was-live' : this.#failures === 0 ? 'new' : 'failing';
    const signal = this.#stop.signal;
    const fragments = this.#options.openFragments?.();
    return await this.#parts.open({
      ...{ url, analysisRate, fit, loop, signal, realTime: true, delivery: 'newest' },
      originSeconds: this.#originSeconds(),
      admission: () => startGate.enter(order, signal),
      ...(fragments === undefined ? {} : { fragments }),
      ...(stallSeconds === undefined ? {} : { stallSeconds }),
    });
  }

  /** Time goes on while nothing comes, and never lies before what was delivered already. */
  #originSeconds(): number {
    return 1 + Math.max(this.#lastSeconds, (Date.now() - this.#startedAt) / 1000);
  }

  /** Reports the failure and waits; tells whether trying again makes sense. */
  async #failed(error: unknown): Promise<boolean> {
    // Anything else is a mistake of ours, which trying again would only hide.
    if (!(error instanceof SourceError)) throw error;
    this.#failures++;
    this.#change({ state: 'failed', error, info: null });
    // All that a cut-off recording holds has been shown.
    if (error.code === 'SOURCE_TRUNCATED') return false;
    const delay = backOffMs(this.#failures, this.#parts.random());
    await this.#parts.pause(delay, this.#stop.signal).catch((reason: unknown) => {
      if (!this.#stop.signal.aborted) throw reason;
    });
    return true;
  }

  #change(change: Omit<SourceState, 'since'>): void {
    const { state, error } = this.#state;
    if (change.state === state && change.error?.message === error?.message) return;
    const since = change.state === state ? this.#state.since : Date.now();
    this.#state = { ...change, since };
    this.#options.onState?.(this.#state);
  }
}
