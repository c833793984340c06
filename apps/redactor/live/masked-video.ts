import type { Ffmpeg } from '@amaan/vision/sources/find-ffmpeg';
import type { Fragment } from '@amaan/vision/stream/fragment';
import type { InitSegment } from '@amaan/vision/stream/init-segment';
import type { SightingFinder } from '../finding/sighting-finder.ts';
import { MaskingDenied } from '../masking-denied.ts';
import type { FrameEncoder } from '../video/frame-encoder.ts';
import { LeftOut } from './left-out.ts';
import { encodeLive, type LiveVideo, liveVideoOf } from './live-video.ts';
import { MaskedOutput } from './masked-output.ts';
import { MaskedStretch } from './masked-stretch.ts';

/** Seconds that masking may be behind the camera. Beyond it, pictures are left out up to the next key frame. */
const MOST_BEHIND_SECONDS = 3;
/** Where that happens oftener, the view stands still more than it moves: pictures every few seconds show more. */
const LEFT_OUT = { most: 5, seconds: 60 };

export interface MaskedVideoOptions {
  readonly ffmpeg: Ffmpeg;
  readonly init: InitSegment;
  readonly finder: Pick<SightingFinder, 'find'>;
  /** Parts of the masked fragmented MP4. */
  readonly onBytes: (chunk: Uint8Array) => void;
  /** How often within a minute pictures may be left out before it is given up. */
  readonly mostLeftOut?: number;
}

interface View {
  readonly video: LiveVideo;
  readonly encoder: FrameEncoder;
  readonly output: MaskedOutput;
}

/** One stream of a camera, from where it was opened to where it breaks: decoded, masked and encoded again. */
export class MaskedVideo implements AsyncDisposable {
  readonly #options: MaskedVideoOptions;
  readonly #failed = Promise.withResolvers<never>();
  readonly #leftOut: LeftOut;
  #view: View | null = null;
  #stretch: MaskedStretch | null = null;
  /** Stretches end one after the other. */
  #endings: Promise<void> = Promise.resolve();
  #isOver = false;

  constructor(options: MaskedVideoOptions) {
    this.#options = options;
    this.#leftOut = new LeftOut(options.mostLeftOut ?? LEFT_OUT.most, LEFT_OUT.seconds);
    // Whoever awaits `failed` hears of it; nobody has to.
    this.#failed.promise.catch(() => {});
  }

  /** Rejects with why masking cannot go on: PermitDenied, MaskingDenied `MASKING_FULL`, or what broke. It never resolves. */
  get failed(): Promise<never> {
    return this.#failed.promise;
  }

  /** The camera's next fragment. */
  write(fragment: Fragment): void {
    if (this.#isOver) return;
    if (this.#stretch && this.#stretch.behind(fragment) > MOST_BEHIND_SECONDS) {
      this.#abandon();
      if (this.#leftOut.again(fragment.startSeconds)) this.#failed.reject(doesNotKeepUp());
    }
    if (!this.#stretch && !fragment.keyFrame) return;
    this.#stretch ??= this.#begin(fragment);
    this.#stretch.write(fragment);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true;
    this.#abandon();
    await this.#view?.encoder[Symbol.asyncDispose]();
    await this.#endings;
  }

  /** What of it is not masked yet is left out. */
  #abandon(): void {
    const stretch = this.#stretch;
    this.#stretch = null;
    if (!stretch) return;
    const before = this.#endings;
    this.#endings = stretch[Symbol.asyncDispose]().then(() => before);
  }

  #begin(first: Fragment): MaskedStretch {
    const { ffmpeg, init, finder, onBytes } = this.#options;
    if (!this.#view) {
      const video = liveVideoOf(ffmpeg, init, first);
      const encoder = encodeLive(video, onBytes);
      this.#view = { video, encoder, output: new MaskedOutput(encoder, video) };
    }
    const { video, output } = this.#view;
    const onFailed = (error: unknown) => this.#failed.reject(error);
    return new MaskedStretch({ video, init, first, finder, output, before: this.#endings, onFailed });
  }
}

function doesNotKeepUp(): MaskingDenied {
  return new MaskingDenied(
    'MASKING_FULL',
    'This machine does not keep up with this view; masked pictures are shown instead.',
  );
}
