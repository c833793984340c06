import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Bus, BusMessage } from '../bus.ts';
import { Hub, type HubOptions } from '../hub.ts';
import type { BusLab, LabClient } from './bus-conformance.ts';
import {
  isLabMessage,
  type LabMessage,
  outcomeOf,
  PendingOutcomes,
  type SubscribeMethod,
} from './lab-messages.ts';

/** A lab whose every client is a real child process: `kill` is SIGKILL. */
export class ForkedLab implements BusLab {
  readonly hub: Hub;
  readonly #children = new Set<ChildProcess>();

  constructor(options?: HubOptions) {
    this.hub = new Hub(options);
  }

  async client(): Promise<LabClient> {
    const child = fork(new URL('forked-client.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: [],
    });
    this.#children.add(child);
    this.hub.attach(child);
    const bus = new ForkedBus(child);
    await bus.ready;
    return { bus, kill: () => this.#kill(child) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#children].map((child) => this.#kill(child)));
    await this.hub[Symbol.asyncDispose]();
  }

  async #kill(child: ChildProcess): Promise<void> {
    this.#children.delete(child);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}

/** The bus of a child process, driven from here; handlers run here, their outcomes count there. */
class ForkedBus implements Bus {
  readonly ready: Promise<void>;
  readonly #child: ChildProcess;
  readonly #outcomes = new PendingOutcomes();
  readonly #handlers = new Map<number, (payload: never) => unknown>();
  #nextSubscription = 0;

  constructor(child: ChildProcess) {
    this.#child = child;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ready = promise;
    child.on('message', (message) => {
      if (!isLabMessage(message)) return;
      if (message.lab === 'ready') resolve();
      if (message.lab === 'outcome') this.#outcomes.settle(message.id, message.outcome);
      if (message.lab === 'incoming') void this.#handle(message);
    });
  }

  async publish(subject: string, messages: readonly BusMessage[]): Promise<void> {
    await this.#call('publish', subject, messages);
  }

  announce(subject: string, payload: unknown): void {
    void this.#call('announce', subject, payload);
  }

  request(subject: string, payload: unknown, timeoutMs?: number): Promise<unknown> {
    // Left out when it is: as JSON it would travel as null.
    return this.#call('request', subject, payload, ...(timeoutMs === undefined ? [] : [timeoutMs]));
  }

  consume(subject: string, handler: (messages: readonly BusMessage[]) => Promise<void>, options = {}) {
    return this.#subscribe('consume', subject, handler, options);
  }

  listen(subject: string, handler: (payload: unknown) => void) {
    return this.#subscribe('listen', subject, handler);
  }

  respond(subject: string, handler: (payload: unknown) => Promise<unknown>) {
    return this.#subscribe('respond', subject, handler);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#outcomes.call((id) => this.#send({ lab: 'dispose', id }));
  }

  async #call(method: 'publish' | 'announce' | 'request', ...args: unknown[]): Promise<unknown> {
    return this.#outcomes.call((id) => this.#send({ lab: 'call', id, method, args }));
  }

  #subscribe(
    method: SubscribeMethod,
    subject: string,
    handler: (payload: never) => unknown,
    options: unknown = {},
  ) {
    const subscription = this.#nextSubscription++;
    this.#handlers.set(subscription, handler);
    this.#send({ lab: 'subscribe', id: subscription, method, subject, options });
    return {
      stop: async () => {
        await this.#outcomes.call((id) => this.#send({ lab: 'stop', id, subscription }));
      },
    };
  }

  async #handle({ id, subscription, payload }: Extract<LabMessage, { lab: 'incoming' }>): Promise<void> {
    const handler = this.#handlers.get(subscription);
    const outcome = await outcomeOf(() => handler?.(payload as never));
    this.#send({ lab: 'handled', id, outcome });
  }

  #send(message: LabMessage): void {
    if (this.#child.connected) this.#child.send(message, () => {});
  }
}
