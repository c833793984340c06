import type { ChildProcess } from 'node:child_process';
import { AcknowledgedQueue, type QueueDepth, type QueueLimits } from './acknowledged-queue.ts';
import type { Bus } from './bus.ts';
import type { BusError } from './bus-error.ts';
import { isBusFrame } from './frames.ts';
import { type HubRooms, HubSession } from './hub-session.ts';
import { childPort, type Port, portPair } from './port.ts';
import { PortBus, warn } from './port-bus.ts';
import { RequestBoard } from './request-board.ts';

export interface HubOptions extends Partial<QueueLimits> {
  /** Told of frames that were ignored; a warning of the process when left out. */
  readonly onProblem?: (problem: BusError) => void;
  /** Told of messages from the moment that a consumer has committed them. */
  readonly onAcknowledged?: (subject: string, ids: readonly string[]) => void;
}

/**
 * The middle of the embedded bus, in the parent of all processes that use it. It keeps in memory what was
 * published and not yet acknowledged: a client may die, the hub's own process may not.
 *
 * @example
 * await using hub = new Hub();
 * const child = fork('worker.ts', { serialization: 'advanced' });
 * hub.attach(child); // the child calls connectIpcBus()
 * const bus = hub.connect(); // for the parent itself
 */
export class Hub implements AsyncDisposable {
  readonly #limits: QueueLimits;
  readonly #onProblem: (problem: BusError) => void;
  readonly #onAcknowledged: NonNullable<HubOptions['onAcknowledged']>;
  readonly #queues = new Map<string, AcknowledgedQueue>();
  readonly #listeners = new Map<string, Set<(body: string) => void>>();
  readonly #rooms: HubRooms;
  readonly #ports = new Map<Port, HubSession>();

  constructor(options: HubOptions = {}) {
    const { maxMessages = 20_000, maxBytes = 64 * 1024 * 1024, redeliveryDelayMs = 50 } = options;
    this.#limits = { maxMessages, maxBytes, redeliveryDelayMs };
    this.#onProblem = options.onProblem ?? warn;
    this.#onAcknowledged = options.onAcknowledged ?? (() => {});
    this.#rooms = {
      queue: (subject) => this.#queue(subject),
      announce: (subject, body) => {
        for (const listener of this.#listeners.get(subject) ?? []) listener(body);
      },
      listen: (subject, listener) => this.#listen(subject, listener),
      requests: new RequestBoard(),
    };
  }

  /** Takes a forked child as a client. Call it in the turn in which the child was forked. */
  attach(child: ChildProcess): void {
    this.open(childPort(child));
  }

  /** A client in this process. */
  connect(): Bus {
    const [here, there] = portPair();
    this.open(here);
    return new PortBus(there);
  }

  /** Takes whoever is at the other end of a port as a client. */
  open(port: Port): void {
    this.#ports.set(port, this.#session(port));
    port.open(
      (frame) => {
        if (!isBusFrame(frame)) return;
        this.#ports.get(port)?.receive(frame);
        // A process may leave and come again over the same port.
        if (this.#ports.get(port)?.ended) this.#ports.set(port, this.#session(port));
      },
      () => {
        this.#ports.get(port)?.end();
        this.#ports.delete(port);
      },
    );
  }

  /** How much each subject's queue holds, for metrics. */
  depths(): ReadonlyMap<string, QueueDepth> {
    return new Map([...this.#queues].map(([subject, queue]) => [subject, queue.depth]));
  }

  /** Tells all clients that the bus is closed. What was not acknowledged is dropped; its publishers know. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const [port, session] of this.#ports) {
      port.send({ bus: 1, type: 'closed' });
      session.end();
      port.close();
    }
    this.#ports.clear();
  }

  #session(port: Port): HubSession {
    return new HubSession(port, this.#rooms, this.#onProblem);
  }

  #queue(subject: string): AcknowledgedQueue {
    let queue = this.#queues.get(subject);
    if (!queue) {
      queue = new AcknowledgedQueue(this.#limits, (ids) => this.#onAcknowledged(subject, ids));
      this.#queues.set(subject, queue);
    }
    return queue;
  }

  #listen(subject: string, listener: (body: string) => void): () => void {
    const listeners = this.#listeners.get(subject) ?? new Set();
    this.#listeners.set(subject, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }
}
