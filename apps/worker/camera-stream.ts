import type { LiveFeed, LiveViewer } from '@amaan/analytics/live/live-feed';
import { watchRing } from '@amaan/analytics/live/watch-ring';
import type { CameraStatus } from '@amaan/contracts/camera';
import { instantOf } from '@amaan/contracts/instant';
import type { AssignedCamera, LiveMessage } from '@amaan/contracts/worker-messages';
import type { Frame } from '@amaan/vision/frame';
import { pictureAt } from '@amaan/vision/image/picture-at';
import type { SourceOptions } from '@amaan/vision/sources/frame-source';
import type { StartGate } from '@amaan/vision/sources/start-gate';
import { SupervisedSource } from '@amaan/vision/sources/supervised-source';
import { ClipRing } from '@amaan/vision/stream/clip-ring';
import type { Logger } from 'pino';
import { FrameRate } from './frame-rate.ts';

/** What a clip may need, and what a camera may take of the worker's memory for it. */
const KEPT = { seconds: 20, bytes: 12 * 1024 * 1024 };
/** The same where rules are enforced: from before the stop line until a vehicle that waited is through, and some seconds more. */
const KEPT_ENFORCED = { seconds: 45, bytes: 24 * 1024 * 1024 };
/** A still picture is made anew at most this often. */
const PICTURE_AGE_MS = 5_000;

export interface CameraStreamOptions {
  readonly camera: AssignedCamera;
  /** What the model takes: frames are scaled to fit. */
  readonly fit: SourceOptions['fit'];
  readonly startGate: StartGate;
  readonly logger: Logger;
}

/**
 * One camera's video in this worker: frames for the analysers, the last seconds for evidence, live view for
 * those who watch, and how the camera is.
 */
export class CameraStream implements LiveFeed, AsyncDisposable {
  readonly ring: ClipRing;
  readonly #options: CameraStreamOptions;
  readonly #source: SupervisedSource;
  readonly #rate = new FrameRate();
  readonly #viewers = new Set<LiveViewer>();
  #lastFrameAt: number | null = null;
  #picture: { readonly madeAt: number; readonly jpeg: Promise<Uint8Array> } | null = null;

  constructor(options: CameraStreamOptions) {
    this.#options = options;
    const { camera, fit, startGate } = options;
    this.ring = new ClipRing(camera.enforcement === null ? KEPT : KEPT_ENFORCED);
    this.#source = new SupervisedSource({
      url: camera.url,
      analysisRate: camera.analysisRate,
      fit,
      // A recording stands in for a camera, and cameras do not end.
      loop: true,
      startGate,
      openFragments: () => this.#openFragments(),
      onState: ({ state, error }) =>
        options.logger.info({ state, code: error?.code }, error?.message ?? state),
    });
  }

  /** The newest frames, until the stream is disposed of. Iterate it once. */
  async *frames(): AsyncGenerator<Frame, void, undefined> {
    for await (const frame of this.#source) {
      this.#lastFrameAt = frame.capturedAt;
      this.#rate.count();
      yield frame;
    }
  }

  /** How the camera is; `inferenceDenied` is for whoever analyses to say. */
  get status(): Omit<CameraStatus, 'inferenceDenied'> {
    const { state, since, error, info } = this.#source.state;
    return {
      cameraId: this.#options.camera.id,
      state,
      since: instantOf(since),
      error: error && { code: error.code, message: error.message },
      framesPerSecond: state === 'live' ? this.#rate.perSecond() : 0,
      framesDropped: this.#source.framesDropped,
      width: info?.width ?? 0,
      height: info?.height ?? 0,
      lastFrameAt: this.#lastFrameAt === null ? null : instantOf(Math.round(this.#lastFrameAt)),
    };
  }

  /** Sends a message to everybody who watches. */
  tell(message: LiveMessage): void {
    for (const viewer of this.#viewers) viewer.tell(message);
  }

  watch(viewer: LiveViewer): () => void {
    const subscription = watchRing(this.ring, viewer);
    this.#viewers.add(viewer);
    return () => {
      subscription[Symbol.dispose]();
      this.#viewers.delete(viewer);
    };
  }

  async picture(): Promise<Uint8Array | null> {
    const newest = this.ring.newestPictureSeconds;
    if (newest === null) return null;
    const now = performance.now();
    if (!this.#picture || now - this.#picture.madeAt > PICTURE_AGE_MS) {
      this.#picture = { madeAt: now, jpeg: pictureAt(this.ring.cut(newest, newest), newest) };
    }
    return this.#picture.jpeg;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#source[Symbol.asyncDispose]();
    for (const viewer of this.#viewers) viewer.tell({ type: 'end', reason: 'The camera was stopped.' });
  }

  #openFragments(): (chunk: Uint8Array) => void {
    this.ring.restart();
    let isBroken = false;
    return (chunk) => {
      if (isBroken) return;
      try {
        this.ring.write(chunk);
      } catch (error) {
        // Analysis goes on; live view and clips come back when the camera is opened anew.
        isBroken = true;
        this.#options.logger.error({ err: error }, 'The live view of this camera cannot be read.');
      }
    };
  }
}
