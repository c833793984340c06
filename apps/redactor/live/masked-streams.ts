import { showFeed } from '@amaan/analytics/live/show-feed';
import type { Identifier } from '@amaan/contracts/identifier';
import type { CameraFeed } from '@amaan/contracts/redaction/redactor-messages';
import type { WebSocket } from 'ws';
import type { SightingFinder } from '../finding/sighting-finder.ts';
import { MaskingDenied, maskingDenied } from '../masking-denied.ts';
import { MaskedStream } from './masked-stream.ts';

/** A stream that nobody watches goes on for so long: switching between pages starts nothing anew. */
const LINGER_MS = 8_000;
/** A view with which this machine did not keep up is not begun again before. */
const REST_MS = 60_000;
/** Longest close reason in bytes (RFC 6455, section 5.5: 125 with the code). */
const MOST_REASON_BYTES = 123;

export interface MaskedStreamsOptions {
  /** How many are made at once. */
  readonly most: number;
  /** @throws PermitDenied when the camera may not be looked at now. */
  readonly admit: (cameraId: Identifier) => void;
  /** A finder for the frames of one stream. */
  readonly finderOf: (cameraId: Identifier) => Pick<SightingFinder, 'find'>;
  /** Told of every refusal and of every stream that ended by itself. */
  readonly onDenied: (cameraId: Identifier, why: MaskingDenied) => void;
  readonly lingerMs?: number;
  /** As `MaskedVideo`. */
  readonly mostLeftOut?: number | undefined;
}

interface Running {
  readonly stream: MaskedStream;
  readonly sockets: Set<WebSocket>;
  /** The feed that it was made of: a worker that was started again has another one. */
  readonly feed: CameraFeed;
  lingering: NodeJS.Timeout | undefined;
}

/** The masked live views of this machine: one for each camera that is watched. */
export class MaskedStreams implements AsyncDisposable {
  readonly #options: MaskedStreamsOptions;
  readonly #running = new Map<Identifier, Running>();
  /** Cameras with whose views this machine did not keep up, and until when they are not tried again. */
  readonly #resting = new Map<Identifier, { readonly until: number; readonly why: MaskingDenied }>();

  constructor(options: MaskedStreamsOptions) {
    this.#options = options;
  }

  /** How many are made now. */
  get size(): number {
    return this.#running.size;
  }

  /** Shows a camera to a viewer, or closes its socket with the code and sentence that say why not. */
  watch(cameraId: Identifier, feed: CameraFeed, socket: WebSocket): void {
    try {
      this.#options.admit(cameraId);
      const running = this.#existing(cameraId, feed) ?? this.#start(cameraId, feed);
      clearTimeout(running.lingering);
      running.sockets.add(socket);
      socket.on('close', () => this.#left(cameraId, running, socket));
      showFeed(running.stream, socket);
    } catch (error) {
      this.#refuse(cameraId, maskingDenied(error), [socket]);
    }
  }

  /** Ends at once what is no longer permitted. Call it after a revocation, and every second for what expires. */
  recheck(): void {
    for (const [cameraId, { stream }] of this.#running) {
      try {
        this.#options.admit(cameraId);
      } catch (error) {
        stream.end(maskingDenied(error));
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const all = [...this.#running.values()];
    this.#running.clear();
    for (const { lingering, sockets } of all) {
      clearTimeout(lingering);
      for (const socket of sockets) socket.close(1001);
    }
    await Promise.all(all.map(({ stream }) => stream[Symbol.asyncDispose]()));
  }

  #existing(cameraId: Identifier, feed: CameraFeed): Running | null {
    const running = this.#running.get(cameraId);
    if (!running) return null;
    if (running.feed.liveToken === feed.liveToken) return running;
    running.stream.end(new MaskingDenied('MASKING_NOT_AVAILABLE', 'The camera moved to another worker.'));
    return null;
  }

  /** @throws MaskingDenied `MASKING_FULL` */
  #start(cameraId: Identifier, feed: CameraFeed): Running {
    const resting = this.#resting.get(cameraId);
    if (resting && performance.now() < resting.until) throw resting.why;
    this.#resting.delete(cameraId);
    this.#makeRoom();
    const stream = new MaskedStream({
      cameraId,
      feed,
      finder: this.#options.finderOf(cameraId),
      mostLeftOut: this.#options.mostLeftOut,
      onEnd: (why) => {
        if (why.code === 'MASKING_FULL')
          this.#resting.set(cameraId, { until: performance.now() + REST_MS, why });
        if (this.#running.get(cameraId) === running) this.#running.delete(cameraId);
        clearTimeout(running.lingering);
        this.#refuse(cameraId, why, running.sockets);
      },
    });
    const running: Running = { stream, sockets: new Set(), feed, lingering: undefined };
    this.#running.set(cameraId, running);
    return running;
  }

  /** @throws MaskingDenied `MASKING_FULL` when all that are made are watched. */
  #makeRoom(): void {
    if (this.#running.size < this.#options.most) return;
    for (const [cameraId, running] of this.#running) {
      if (running.sockets.size > 0) continue;
      this.#stop(cameraId, running);
      return;
    }
    throw new MaskingDenied(
      'MASKING_FULL',
      'This machine masks as many live views as it can; masked pictures are shown instead.',
    );
  }

  #left(cameraId: Identifier, running: Running, socket: WebSocket): void {
    running.sockets.delete(socket);
    if (running.sockets.size > 0 || this.#running.get(cameraId) !== running) return;
    const wait = this.#options.lingerMs ?? LINGER_MS;
    clearTimeout(running.lingering);
    running.lingering = setTimeout(() => this.#stop(cameraId, running), wait);
  }

  #stop(cameraId: Identifier, running: Running): void {
    clearTimeout(running.lingering);
    this.#running.delete(cameraId);
    void running.stream[Symbol.asyncDispose]();
  }

  #refuse(cameraId: Identifier, why: MaskingDenied, sockets: Iterable<WebSocket>): void {
    this.#options.onDenied(cameraId, why);
    const reason = Buffer.from(why.message).subarray(0, MOST_REASON_BYTES).toString();
    for (const socket of sockets) socket.close(why.closeCode, reason);
  }
}
