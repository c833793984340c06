import { PassThrough } from 'node:stream';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { FastifyReply } from 'fastify';
import type { ProtectedAction } from '../access/actions.ts';
import { decide, type Principal } from '../access/decide.ts';

/** What somebody must be allowed to read to be told of an update. */
const ACTION_OF_UPDATE: Readonly<Record<LiveUpdate['type'], ProtectedAction>> = {
  'alert-raised': 'alert.read',
  'alert-changed': 'alert.read',
  'camera-status': 'camera.read',
  'cameras-changed': 'camera.read',
  'systems-changed': 'system.read',
};

const HEARTBEAT_MS = 15_000;
/** A console that reads slower than this is cut off; it connects again and reads the present state. */
const LARGEST_BACKLOG_BYTES = 1024 * 1024;
/** Streams end after this long, so that a session that ended meanwhile is noticed when it connects again. */
const LONGEST_STREAM_MS = 10 * 60_000;

interface Subscriber {
  readonly principal: Principal;
  readonly stream: PassThrough;
}

/** Pushes live updates to every console that listens (server-sent events, WHATWG HTML section 9.2). */
export class UpdateHub implements Disposable {
  readonly #subscribers = new Set<Subscriber>();
  readonly #heartbeat: NodeJS.Timeout;

  constructor() {
    this.#heartbeat = setInterval(() => this.#writeToAll(': still here\n\n', () => true), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** How many consoles listen. */
  get size(): number {
    return this.#subscribers.size;
  }

  /** Answers a request with the stream of updates. */
  stream(principal: Principal, reply: FastifyReply): FastifyReply {
    const stream = new PassThrough();
    const subscriber: Subscriber = { principal, stream };
    this.#subscribers.add(subscriber);
    const end = setTimeout(() => stream.end(), LONGEST_STREAM_MS);
    end.unref();
    stream.once('close', () => {
      clearTimeout(end);
      this.#subscribers.delete(subscriber);
    });
    stream.write('retry: 2000\n\n');
    return reply
      .type('text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(stream);
  }

  /** Tells everybody who may know it. */
  publish(update: LiveUpdate): void {
    const action = ACTION_OF_UPDATE[update.type];
    this.#writeToAll(
      `data: ${JSON.stringify(update)}\n\n`,
      ({ principal }) => decide(principal, action).allowed,
    );
  }

  /** Ends every stream. */
  [Symbol.dispose](): void {
    clearInterval(this.#heartbeat);
    for (const { stream } of this.#subscribers) stream.end();
    this.#subscribers.clear();
  }

  #writeToAll(text: string, mayKnow: (subscriber: Subscriber) => boolean): void {
    for (const subscriber of this.#subscribers) {
      if (!mayKnow(subscriber)) continue;
      if (subscriber.stream.writableLength > LARGEST_BACKLOG_BYTES) subscriber.stream.destroy();
      else subscriber.stream.write(text);
    }
  }
}
