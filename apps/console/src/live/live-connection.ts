import type { TrackedObject } from '@amaan/contracts/detection';
import type { LiveMessage } from '@amaan/contracts/worker-messages';

/** The objects of one analysed frame, on the clock of the video. */
export interface ObjectFrame {
  readonly streamSeconds: number;
  readonly objects: readonly TrackedObject[];
}

export interface LiveConnectionEvents {
  /** A stream begins, or begins again: what came before does not belong to it. */
  onStart(mimeType: string): void;
  onSegment(segment: ArrayBuffer): void;
  onObjects(frame: ObjectFrame): void;
  onEnd(reason: string): void;
  /** The connection is gone; the next attempt comes at `retryAt` (Unix milliseconds). */
  onLost(retryAt: number): void;
}

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

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
    socket.onclose = () => {
      if (socket === this.#socket) this.#lost();
    };
    this.#socket = socket;
  }

  #receive(message: LiveMessage): void {
    switch (message.type) {
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

  #lost(): void {
    this.#socket = null;
    const longest = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LONGEST_RETRY_MS);
    const wait = longest * (0.5 + Math.random() / 2);
    this.#failures += 1;
    this.#retry = setTimeout(() => this.#connect(), wait);
    this.#events.onLost(Date.now() + wait);
  }
}
