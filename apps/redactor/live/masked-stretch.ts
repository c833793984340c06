import { redaction } from '@amaan/redaction/system';
import type { Fragment } from '@amaan/vision/stream/fragment';
import type { InitSegment } from '@amaan/vision/stream/init-segment';
import type { SightingFinder } from '../finding/sighting-finder.ts';
import { MaskingRun } from '../video/masking-run.ts';
import { VideoDecoder } from '../video/video-decoder.ts';
import { decodingOfLive, type LiveVideo } from './live-video.ts';
import type { MaskedOutput } from './masked-output.ts';

export interface MaskedStretchOptions {
  readonly video: LiveVideo;
  readonly init: InitSegment;
  /** Its first fragment, with a key frame; `write` it, too. */
  readonly first: Fragment;
  readonly finder: Pick<SightingFinder, 'find'>;
  readonly output: MaskedOutput;
  /** Resolves when whoever wrote to the output before does so no more. */
  readonly before: Promise<void>;
  /** Told when it ends otherwise than by being disposed of. */
  readonly onFailed: (error: unknown) => void;
}

/** Fragments that follow each other without a gap: decoded, masked and written to the output. */
export class MaskedStretch implements AsyncDisposable {
  /** Resolves when nothing more is written to the output. */
  readonly ended: Promise<void>;
  readonly #options: MaskedStretchOptions;
  readonly #stopping = new AbortController();
  readonly #decoder: VideoDecoder;
  /** On the grid of the view's frames, counted from its beginning. */
  readonly #firstFrame: number;
  #framesRead = 0;

  constructor(options: MaskedStretchOptions) {
    this.#options = options;
    const { video, first, finder, output, onFailed } = options;
    this.#firstFrame = Math.round((first.startSeconds - video.startSeconds) * video.rate.numerator);
    const { liveStyle, analyseRate } = redaction.settings;
    this.#decoder = new VideoDecoder(decodingOfLive(video), (picture) => run.look(picture));
    const settings = { style: liveStyle, analyse: analyseRate, signal: this.#stopping.signal };
    const run = new MaskingRun(video, finder, settings, this.#decoder, output);
    this.#decoder.input.write(options.init.bytes);
    this.ended = this.#mask(run).catch((error) => {
      if (!this.#stopping.signal.aborted) onFailed(error);
    });
  }

  /** Seconds from the newest frame that was taken to the end of a fragment. */
  behind({ startSeconds, durationSeconds }: Fragment): number {
    const { rate, startSeconds: began } = this.#options.video;
    return startSeconds + durationSeconds - began - (this.#firstFrame + this.#framesRead) / rate.numerator;
  }

  write({ bytes }: Fragment): void {
    this.#decoder.input.write(bytes);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort();
    await this.#decoder[Symbol.asyncDispose]();
    await this.ended;
  }

  async #mask(run: MaskingRun): Promise<void> {
    await using decoder = this.#decoder;
    await this.#options.before;
    await this.#options.output.showOnUntil(this.#firstFrame);
    for await (const frame of decoder.frames()) {
      this.#stopping.signal.throwIfAborted();
      await run.take(frame);
      this.#framesRead += 1;
    }
    const { exitCode, lines } = await decoder.end();
    throw new Error(`The camera's picture cannot be decoded (${exitCode}): ${lines.at(-1) ?? 'no word'}.`);
  }
}
