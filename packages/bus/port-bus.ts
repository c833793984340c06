import { AmaanError } from '@amaan/contracts/problem';
import type { Bus, BusMessage, Subscription } from './bus.ts';
import { BusError, type BusErrorCode, disconnected } from './bus-error.ts';
import { type ClientFrame, HubFrame, isBusFrame, type WireMessage } from './frames.ts';
import type { Port } from './port.ts';
import { bytesOf, decodeBody, encodeBody, encodeMessages } from './wire-body.ts';

export const DEFAULT_MAX_BATCH = 256;
export const DEFAULT_REQUEST_TIMEOUT_MS = 5_000;

interface Call {
  resolve(value: unknown): void;
  reject(error: Error): void;
  /** For a publish: sends what room was asked for. */
  granted?(): void;
}

/** What comes in for a subscription. Returns when it is handled. */
type Receive = (frame: Extract<HubFrame, { type: 'deliver' | 'announced' | 'ask' }>) => Promise<void>;

interface OpenSubscription {
  readonly receive: Receive;
  readonly running: Set<Promise<void>>;
  stopped(): void;
}

/** Where nobody else takes problems: they become warnings of the process. */
export function warn(problem: Error): void {
  process.emitWarning(problem);
}

/** A client of the hub over a port: the one implementation of `Bus` for children and for the parent. */
export class PortBus implements Bus {
  /** Resolves when the bus is closed, by this side or because the hub is gone. */
  readonly closed: Promise<void>;
  readonly #port: Port;
  readonly #onProblem: (problem: Error) => void;
  readonly #calls = new Map<number, Call>();
  readonly #subscriptions = new Map<number, OpenSubscription>();
  readonly #closed = Promise.withResolvers<void>();
  #isClosed = false;
  #nextId = 0;

  /** @param onProblem told of errors that no caller waits for: of listeners and of consumers' handlers. */
  constructor(port: Port, onProblem: (problem: Error) => void = warn) {
    this.closed = this.#closed.promise;
    this.#port = port;
    this.#onProblem = onProblem;
    port.open(
      (frame) => this.#receive(frame),
      () => this.#close(),
    );
  }

  async publish(subject: string, messages: readonly BusMessage[]): Promise<void> {
    await Promise.all(encodeMessages(messages).map((chunk) => this.#publishChunk(subject, chunk)));
  }

  consume(
    subject: string,
    handler: (messages: readonly BusMessage[]) => Promise<void>,
    options: { readonly maxBatch?: number } = {},
  ): Subscription {
    const { maxBatch = DEFAULT_MAX_BATCH } = options;
    return this.#subscribe(
      (id) => ({ bus: 1, type: 'consume', id, subject, maxBatch }),
      async (frame) => {
        if (frame.type !== 'deliver') return;
        const { delivery } = frame;
        try {
          await handler(frame.messages.map(({ id, body }) => ({ id, payload: decodeBody(body) })));
          this.#send({ bus: 1, type: 'acknowledge', delivery });
        } catch (error) {
          this.#send({ bus: 1, type: 'reject', delivery });
          throw error;
        }
      },
    );
  }

  announce(subject: string, payload: unknown): void {
    this.#send({ bus: 1, type: 'announce', subject, body: encodeBody(payload) });
  }

  listen(subject: string, handler: (payload: unknown) => void): Subscription {
    return this.#subscribe(
      (id) => ({ bus: 1, type: 'listen', id, subject }),
      async (frame) => {
        if (frame.type === 'announced') handler(decodeBody(frame.body));
      },
    );
  }

  async request(subject: string, payload: unknown, timeoutMs = DEFAULT_REQUEST_TIMEOUT_MS): Promise<unknown> {
    const body = encodeBody(payload);
    const id = this.#nextId++;
    const answer = this.#call(id, { bus: 1, type: 'request', id, subject, body });
    const timer = setTimeout(() => {
      this.#calls
        .get(id)
        ?.reject(new BusError('BUS_TIMEOUT', `No answer on ${subject} within ${timeoutMs} ms.`));
      this.#send({ bus: 1, type: 'cancel', id });
    }, timeoutMs);
    try {
      return decodeBody((await answer) as string);
    } finally {
      clearTimeout(timer);
    }
  }

  respond(subject: string, handler: (payload: unknown) => Promise<unknown>): Subscription {
    return this.#subscribe(
      (id) => ({ bus: 1, type: 'respond', id, subject }),
      async (frame) => {
        if (frame.type !== 'ask') return;
        const { question } = frame;
        try {
          const body = encodeBody(await handler(decodeBody(frame.body)));
          this.#send({ bus: 1, type: 'answer', question, body });
        } catch (error) {
          this.#send({ bus: 1, type: 'refuse', question, ...failureOf(error) });
        }
      },
    );
  }

  /** Ends all subscriptions, lets running handlers finish and leaves; open calls fail. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isClosed) return;
    await Promise.all([...this.#subscriptions.keys()].map((id) => this.#stop(id)));
    this.#send({ bus: 1, type: 'leave' });
    this.#close();
  }

  async #publishChunk(subject: string, messages: WireMessage[]): Promise<void> {
    const id = this.#nextId++;
    const reserve: ClientFrame = {
      bus: 1,
      type: 'reserve',
      id,
      subject,
      count: messages.length,
      bytes: bytesOf(messages),
    };
    await this.#call(id, reserve, () => this.#send({ bus: 1, type: 'publish', id, messages }));
  }

  #call(id: number, frame: ClientFrame, granted?: () => void): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(disconnected());
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const settle = () => this.#calls.delete(id);
    this.#calls.set(id, {
      resolve: (value) => settle() && resolve(value),
      reject: (error) => settle() && reject(error),
      ...(granted && { granted }),
    });
    this.#send(frame);
    return promise;
  }

  #subscribe(frameOf: (id: number) => ClientFrame, receive: Receive): Subscription {
    if (this.#isClosed) throw disconnected();
    const id = this.#nextId++;
    this.#subscriptions.set(id, { receive, running: new Set(), stopped: () => {} });
    this.#send(frameOf(id));
    return { stop: () => this.#stop(id) };
  }

  /** Resolves when the hub will send nothing more for the subscription and its handlers have finished. */
  async #stop(id: number): Promise<void> {
    const subscription = this.#subscriptions.get(id);
    if (!subscription) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = subscription.stopped;
    subscription.stopped = () => {
      before();
      resolve();
    };
    this.#send({ bus: 1, type: 'stop', id });
    await promise;
    await Promise.all(subscription.running);
  }

  #receive(value: unknown): void {
    if (!isBusFrame(value)) return;
    const parsed = HubFrame.safeParse(value);
    if (!parsed.success) {
      this.#onProblem(
        new BusError('BUS_MALFORMED', 'A frame from the hub was ignored.', { cause: parsed.error }),
      );
      return;
    }
    const frame = parsed.data;
    switch (frame.type) {
      case 'granted':
        this.#calls.get(frame.id)?.granted?.();
        break;
      case 'committed':
        this.#calls.get(frame.id)?.resolve(undefined);
        break;
      case 'answered':
        this.#calls.get(frame.id)?.resolve(frame.body);
        break;
      case 'failed':
        this.#calls.get(frame.id)?.reject(new AmaanError(frame.code, frame.message));
        break;
      case 'stopped':
        this.#subscriptions.get(frame.id)?.stopped();
        this.#subscriptions.delete(frame.id);
        break;
      case 'closed':
        this.#close();
        break;
      default:
        this.#run(this.#subscriptions.get(frame.id), frame);
    }
  }

  #run(subscription: OpenSubscription | undefined, frame: Parameters<Receive>[0]): void {
    if (!subscription) return;
    const running = subscription
      .receive(frame)
      .catch((error: unknown) => this.#onProblem(asError(error)))
      .finally(() => subscription.running.delete(running));
    subscription.running.add(running);
  }

  #send(frame: ClientFrame): void {
    if (!this.#isClosed) this.#port.send(frame);
  }

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#port.close();
    for (const call of [...this.#calls.values()]) call.reject(disconnected());
    for (const subscription of this.#subscriptions.values()) subscription.stopped();
    this.#subscriptions.clear();
    this.#closed.resolve();
  }
}

function failureOf(error: unknown): { code: string; message: string } {
  if (error instanceof AmaanError) return { code: error.code, message: error.message };
  const code: BusErrorCode = 'BUS_RESPONDER_FAILED';
  return { code, message: `The request failed: ${asError(error).message}` };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
