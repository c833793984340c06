import type { LiveFeed, LiveViewer } from '@amaan/analytics/live/live-feed';
import { watchRing } from '@amaan/analytics/live/watch-ring';
import type { Identifier } from '@amaan/contracts/identifier';
import type { CameraFeed } from '@amaan/contracts/redaction/redactor-messages';
import { LiveMessage } from '@amaan/contracts/worker-messages';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';
import { ClipRing } from '@amaan/vision/stream/clip-ring';
import { FragmentedMp4 } from '@amaan/vision/stream/fragmented-mp4';
import { WebSocket } from 'ws';
import type { SightingFinder } from '../finding/sighting-finder.ts';
import { MaskingDenied, maskingDenied } from '../masking-denied.ts';
import { MaskedVideo } from './masked-video.ts';

/** What a late viewer needs: everything since the last key frame. */
const KEPT = { seconds: 3, bytes: 16 * 1024 * 1024 };
const OPENING_TIMEOUT_MS = 5_000;

export interface MaskedStreamOptions {
  readonly cameraId: Identifier;
  /** Where the camera's open view is. */
  readonly feed: CameraFeed;
  readonly finder: Pick<SightingFinder, 'find'>;
  /** Told once, when it ends by itself. */
  readonly onEnd: (why: MaskingDenied) => void;
  /** As `MaskedVideo`. */
  readonly mostLeftOut?: number | undefined;
}

/**
 * The masked live view of one camera, made once for all who watch. It ends with the camera's own view, with its permit,
 * or with whatever breaks; then nothing more is shown, and whoever watched begins anew.
 */
export class MaskedStream implements Pick<LiveFeed, 'watch'>, AsyncDisposable {
  readonly #options: MaskedStreamOptions;
  readonly #ring = new ClipRing(KEPT);
  readonly #viewers = new Set<LiveViewer>();
  readonly #worker: WebSocket;
  /** The camera's stream as it was opened last. */
  #reader: FragmentedMp4 | null = null;
  #video: MaskedVideo | null = null;
  /** Streams end one after the other, and none is forgotten. */
  #endings: Promise<unknown> = Promise.resolve();
  #isOver = false;

  constructor(options: MaskedStreamOptions) {
    this.#options = options;
    const { feed, cameraId } = options;
    this.#worker = new WebSocket(`${feed.liveUrl.replace(/^http/, 'ws')}/cameras/${cameraId}/live`, {
      headers: { authorization: `Bearer ${feed.liveToken}` },
      handshakeTimeout: OPENING_TIMEOUT_MS,
      perMessageDeflate: false,
    });
    // One message after the other: what comes while ffmpeg is looked for waits.
    let last: Promise<void> = Promise.resolve();
    this.#worker.on('message', (data: Buffer, isBinary: boolean) => {
      last = last.then(() => this.#receive(data, isBinary)).catch((error) => this.end(maskingDenied(error)));
    });
    this.#worker.on('close', () => this.end(cameraGone()));
    this.#worker.on('error', () => this.end(cameraGone()));
  }

  get viewers(): number {
    return this.#viewers.size;
  }

  watch(viewer: LiveViewer): () => void {
    this.#viewers.add(viewer);
    const subscription = watchRing(this.#ring, viewer);
    return () => {
      subscription[Symbol.dispose]();
      this.#viewers.delete(viewer);
    };
  }

  /** Shows nothing more from now on. */
  end(why: MaskingDenied): void {
    if (this.#isOver) return;
    void this[Symbol.asyncDispose]();
    this.#options.onEnd(why);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true;
    this.#worker.terminate();
    this.#close();
    await this.#endings;
  }

  async #receive(data: Buffer, isBinary: boolean): Promise<void> {
    if (this.#isOver) return;
    if (isBinary) {
      this.#reader?.write(data);
      return;
    }
    const message = LiveMessage.parse(JSON.parse(data.toString()));
    if (message.type === 'start') await this.#restart();
    else if (message.type === 'end') this.end(cameraGone(message.reason));
    // What is known of pictures that come before the first one shown is of no use.
    else if (this.#ring.init !== null) for (const viewer of this.#viewers) viewer.tell(message);
  }

  /** The camera was opened, or opened anew: what comes is a stream of its own. */
  async #restart(): Promise<void> {
    this.#close();
    const ffmpeg = await findFfmpeg();
    this.#reader = new FragmentedMp4({
      onInit: (init) => {
        if (this.#isOver) return;
        this.#ring.restart();
        const video = new MaskedVideo({
          ffmpeg,
          init,
          finder: this.#options.finder,
          ...(this.#options.mostLeftOut !== undefined && { mostLeftOut: this.#options.mostLeftOut }),
          onBytes: (chunk) => {
            if (!this.#isOver && this.#video === video) this.#ring.write(chunk);
          },
        });
        this.#video = video;
        video.failed.catch((error) => {
          if (this.#video === video) this.end(maskingDenied(error));
        });
      },
      onFragment: (fragment) => this.#video?.write(fragment),
    });
  }

  #close(): void {
    const video = this.#video;
    this.#video = null;
    this.#reader = null;
    if (video) this.#endings = Promise.allSettled([this.#endings, video[Symbol.asyncDispose]()]);
  }
}

function cameraGone(reason?: string): MaskingDenied {
  return new MaskingDenied(
    'MASKING_NOT_AVAILABLE',
    reason ?? 'The picture of this camera ended; it comes back by itself.',
  );
}
