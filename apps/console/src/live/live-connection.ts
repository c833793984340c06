import type { TrackedObject } from '@amaan/contracts/detection';
import {
  LIVE_CLOSE_CODES,
  MASKING_REFUSALS,
  type MaskingRefusal,
} from '@amaan/contracts/redaction/live-close-codes';
import type { LiveMessage } from '@amaan/contracts/worker-messages';

/** The objects of one analysed frame, on the clock of the video. */
export interface ObjectFrame {
  readonly streamSeconds: number;
  readonly objects: readonly TrackedObject[];
}

export interface LiveConnectionEvents {
  /** Whether faces and plates are covered in what follows. */
  onView(masked: boolean): void;
  /** A stream begins, or begins again: what came before does not belong to it. */
  onStart(mimeType: string): void;
  onSegment(segment: ArrayBuffer): void;
  onObjects(frame: ObjectFrame): void;
  onEnd(reason: string): void;
  /** The connection is gone; the next attempt comes at `retryAt` (Unix milliseconds). */
  onLost(retryAt: number): void;
  /** Nothing is shown, for this reason; it is asked again at `retryAt` (Unix milliseconds). */
  onRefused(code: MaskingRefusal, retryAt: number): void;
}

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
/** What is full or not permitted seldom changes within seconds. */
const REFUSED_RETRY_MS = 15_000;

/**
 * The WebSocket of one camera. Reconnects by itself, waiting longer each time and never in step with the
 * other cameras, so that a worker that comes back is not met by all of them at once.
 */
export class LiveConnection implements Disposable {
  readonly #url: string;
  readonly #events: LiveConnectionEvents;
  #socket: WebSocket | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(url: string, events: LiveConnectionEvents) {
    this.#url = url;
    this.#events = events;
    this.#connect();
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#retry);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #connect(): void {
    const socket = new WebSocket(this.#url);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer | string>) => {
      if (socket !== this.#socket) return;
      if (data instanceof ArrayBuffer) this.#events.onSegment(data);
      else this.#receive(JSON.parse(data) as LiveMessage);
    };
    socket.onclose = ({ code }) => {
      if (socket === this.#socket) this.#closed(code);
    };
    this.#socket = socket;
  }

  #receive(message: LiveMessage): void {
    switch (message.type) {
      case 'view':
        this.#events.onView(message.masked);
        break;
      case 'start':
        this.#failures = 0;
        this.#events.onStart(message.mimeType);
        break;
      case 'objects':
        this.#events.onObjects(message);
        break;
      case 'end':
        this.#events.onEnd(message.reason);
        break;
    }
  }

  #closed(code: number): void {
    this.#socket = null;
    if (code === LIVE_CLOSE_CODES.UNMASKING_BEGAN || code === LIVE_CLOSE_CODES.UNMASKING_ENDED) {
      // The other view of the same camera waits.
      this.#connect();
      return;
    }
    const refusal = MASKING_REFUSALS.find((name) => LIVE_CLOSE_CODES[name] === code);
    if (refusal === undefined) this.#events.onLost(this.#retryIn(this.#backOff()));
    else {
      const isPassing = refusal === 'MASKING_NOT_AVAILABLE';
      this.#events.onRefused(refusal, this.#retryIn(isPassing ? this.#backOff() : REFUSED_RETRY_MS));
    }
  }

  /** @returns milliseconds, longer each time. */
  #backOff(): number {
    const longest = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LONGEST_RETRY_MS);
    const wait = longest * (0.5 + Math.random() / 2);
    this.#failures += 1;
    return wait;
  }

  /** @returns when, in Unix milliseconds. */
  #retryIn(wait: number): number {
    this.#retry = setTimeout(() => this.#connect(), wait);
    return Date.now() + wait;
  }
}
