import { redaction } from '@amaan/redaction/system';
import type { Ffmpeg } from '@amaan/vision/sources/find-ffmpeg';
import type { Fragment } from '@amaan/vision/stream/fragment';
import type { InitSegment } from '@amaan/vision/stream/init-segment';
import type { SightingFinder } from '../finding/sighting-finder.ts';
import { MaskingRun } from '../video/masking-run.ts';
import { VideoDecoder } from '../video/video-decoder.ts';
import { decodingOfLive, encodeLive, type LiveVideo, liveVideoOf } from './live-video.ts';

/**
 * Seconds that decoding may be behind the camera. Beyond it, pictures are left out up to the next key frame; what was
 * shown last stays meanwhile.
 */
const MOST_BEHIND_SECONDS = 3;

export interface MaskedVideoOptions {
  readonly ffmpeg: Ffmpeg;
  readonly init: InitSegment;
  readonly finder: Pick<SightingFinder, 'find'>;
  /** Parts of the masked fragmented MP4. */
  readonly onBytes: (chunk: Uint8Array) => void;
}

/** One stream of a camera, from where it was opened to where it breaks: decoded, masked and encoded again. */
export class MaskedVideo implements AsyncDisposable {
  readonly #options: MaskedVideoOptions;
  readonly #stopping = new AbortController();
  readonly #ended = Promise.withResolvers<never>();
  #decoder: VideoDecoder | null = null;
  #running: Promise<void> = Promise.resolve();
  #video: LiveVideo | null = null;
  #framesRead = 0;
  #isSkipping = false;

  constructor(options: MaskedVideoOptions) {
    this.#options = options;
    // Whoever awaits `failed` hears of it; nobody has to.
    this.#ended.promise.catch(() => {});
  }

  /** Rejects with why masking cannot go on: PermitDenied, or what broke. It never resolves. */
  get failed(): Promise<never> {
    return this.#ended.promise;
  }

  /** The camera's next fragment; the first has a key frame. */
  write(fragment: Fragment): void {
    if (this.#stopping.signal.aborted) return;
    this.#decoder ??= this.#begin(fragment);
    if (fragment.keyFrame) this.#isSkipping = false;
    if (this.#behind(fragment) > MOST_BEHIND_SECONDS) this.#isSkipping = true;
    if (!this.#isSkipping) this.#decoder.input.write(fragment.bytes);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort();
    await this.#decoder?.[Symbol.asyncDispose]();
    await this.#running;
  }

  /** Seconds from the newest frame that was taken to the end of a fragment. */
  #behind({ startSeconds, durationSeconds }: Fragment): number {
    const { rate, startSeconds: began } = this.#video!;
    return startSeconds + durationSeconds - began - this.#framesRead / rate.numerator;
  }

  #begin(first: Fragment): VideoDecoder {
    const { ffmpeg, init } = this.#options;
    const video = liveVideoOf(ffmpeg, init, first);
    this.#video = video;
    const decoder = new VideoDecoder(decodingOfLive(video), (picture) => run.look(picture));
    const encoder = encodeLive(video, this.#options.onBytes);
    const run = new MaskingRun(
      video,
      this.#options.finder,
      {
        style: redaction.settings.liveStyle,
        analyse: redaction.settings.analyseRate,
        signal: this.#stopping.signal,
      },
      decoder,
      encoder,
    );
    decoder.input.write(init.bytes);
    this.#running = this.#mask(decoder, encoder, run).catch((error) => {
      if (!this.#stopping.signal.aborted) this.#ended.reject(error);
    });
    return decoder;
  }

  async #mask(decoder: VideoDecoder, encoder: ReturnType<typeof encodeLive>, run: MaskingRun): Promise<void> {
    await using owned = new AsyncDisposableStack();
    owned.use(decoder);
    owned.use(encoder);
    for await (const frame of decoder.frames()) {
      this.#stopping.signal.throwIfAborted();
      await run.take(frame);
      this.#framesRead += 1;
    }
    const { exitCode, lines } = await decoder.end();
    throw new Error(`The camera's picture cannot be decoded (${exitCode}): ${lines.at(-1) ?? 'no word'}.`);
  }
}
