import type { ChildProcess } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import { disconnected } from './bus-error.ts';

/** One end of a two-way, ordered line that frames travel on. */
export interface Port {
  /** Starts to receive. `onClose` is called once, when the other side is gone. */
  open(onFrame: (frame: unknown) => void, onClose: () => void): void;
  /** Never throws; what is sent to a side that is gone is lost. */
  send(frame: object): void;
  /** Frames that the other side has not taken yet. */
  readonly backlog: number;
  /** Stops receiving. */
  close(): void;
}

/** The parent's end of the IPC channel of a child made by `fork`. */
export function childPort(child: ChildProcess): Port {
  return new IpcPort(
    child,
    () => child.connected,
    (frame, sent) => child.send(frame, sent),
  );
}

/**
 * The child's end of the IPC channel to its parent.
 * @throws BusError `BUS_DISCONNECTED` when this process was not forked, or its parent is gone.
 */
export function parentPort(): Port {
  if (!process.send || !process.connected) throw disconnected();
  return new IpcPort(
    process,
    () => process.connected,
    (frame, sent) => process.send?.(frame, sent),
  );
}

/** One end of Node's child-process IPC. */
class IpcPort implements Port {
  readonly #emitter: EventEmitter;
  readonly #isConnected: () => boolean;
  readonly #send: (frame: object, sent: () => void) => void;
  #backlog = 0;
  #close = () => {};

  constructor(
    emitter: EventEmitter,
    isConnected: () => boolean,
    send: (frame: object, sent: () => void) => void,
  ) {
    this.#emitter = emitter;
    this.#isConnected = isConnected;
    this.#send = send;
  }

  get backlog(): number {
    return this.#backlog;
  }

  open(onFrame: (frame: unknown) => void, onClose: () => void): void {
    const onDisconnect = () => {
      this.close();
      onClose();
    };
    this.#emitter.on('message', onFrame);
    this.#emitter.on('disconnect', onDisconnect);
    this.#close = () => {
      this.#emitter.off('message', onFrame);
      this.#emitter.off('disconnect', onDisconnect);
    };
    if (!this.#isConnected()) process.nextTick(onDisconnect);
  }

  send(frame: object): void {
    if (!this.#isConnected()) return;
    this.#backlog++;
    // The callback also takes the error of a broken channel; `disconnect` follows and says so to all.
    this.#send(frame, () => {
      this.#backlog--;
    });
  }

  close(): void {
    this.#close();
    this.#close = () => {};
  }
}

/** Two ends in one process. Frames arrive in later turns of the event loop, as they do between processes. */
export function portPair(): readonly [Port, Port] {
  const a = new MemoryPort();
  const b = new MemoryPort();
  a.peer = b;
  b.peer = a;
  return [a, b];
}

class MemoryPort implements Port {
  peer: MemoryPort | null = null;
  #inbox: object[] = [];
  #scheduled = false;
  #onFrame: ((frame: unknown) => void) | null = null;
  #onClose: (() => void) | null = null;

  get backlog(): number {
    return this.peer ? this.peer.#inbox.length : 0;
  }

  open(onFrame: (frame: unknown) => void, onClose: () => void): void {
    this.#onFrame = onFrame;
    this.#onClose = onClose;
    this.#schedule();
  }

  send(frame: object): void {
    if (!this.peer) return;
    this.peer.#inbox.push(frame);
    this.peer.#schedule();
  }

  close(): void {
    this.#onFrame = null;
    this.#onClose = null;
    const { peer } = this;
    if (!peer) return;
    this.peer = null;
    peer.peer = null;
    peer.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled || !this.#onFrame) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      const frames = this.#inbox;
      this.#inbox = [];
      for (const frame of frames) this.#onFrame?.(frame);
      if (!this.peer) this.#closed();
    });
  }

  #closed(): void {
    const onClose = this.#onClose;
    this.close();
    onClose?.();
  }
}
