import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { Identifier } from '@amaan/contracts/identifier';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { LiveFeed } from './live-feed.ts';

/** A viewer that is this far behind is let go; it comes back at the newest key frame. */
const LARGEST_BACKLOG_BYTES = 32 * 1024 * 1024;

interface Target {
  readonly what: 'live' | 'picture';
  readonly feed: LiveFeed;
}

/** Where the control plane fetches live views. Browsers never reach it: it listens on loopback. */
export class LiveEndpoint implements AsyncDisposable {
  readonly token = randomBytes(32).toString('base64url');
  readonly #feedOf: (cameraId: Identifier) => LiveFeed | null;
  readonly #logger: Logger;
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 1024 });

  private constructor(feedOf: (cameraId: Identifier) => LiveFeed | null, logger: Logger) {
    this.#feedOf = feedOf;
    this.#logger = logger;
    this.#http = createServer((request, response) => void this.#answer(request, response));
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** @param feedOf the feed of a camera that this worker runs, or null. */
  static async listen(
    feedOf: (cameraId: Identifier) => LiveFeed | null,
    logger: Logger,
    host = '127.0.0.1',
  ): Promise<LiveEndpoint> {
    const endpoint = new LiveEndpoint(feedOf, logger);
    endpoint.#http.listen(0, host);
    await once(endpoint.#http, 'listening');
    return endpoint;
  }

  get url(): string {
    const { address, port } = this.#http.address() as AddressInfo;
    return `http://${address}:${port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#http, 'close');
    this.#http.close();
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#http.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const target = this.#target(request);
      const isPicture = typeof target === 'object' && target.what === 'picture';
      const picture = isPicture ? await target.feed.picture() : null;
      if (!picture) {
        response.writeHead(typeof target === 'number' ? target : 404).end();
        return;
      }
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': picture.byteLength });
      response.end(picture);
    } catch (error) {
      this.#logger.warn({ err: error }, 'A live picture could not be made.');
      response.writeHead(500).end();
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const target = this.#target(request);
    if (typeof target === 'object' && target.what === 'live') {
      this.#sockets.handleUpgrade(request, socket, head, (viewer) => show(target.feed, viewer));
      return;
    }
    const status = typeof target === 'number' ? target : 404;
    // Whoever asked may be gone; from here on the socket is nobody's but ours.
    socket.on('error', () => socket.destroy());
    socket.once('finish', () => socket.destroy());
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\n\r\n`);
  }

  /** What a request asks for, or the status that refuses it. */
  #target(request: IncomingMessage): Target | 403 | 404 {
    if (!this.#mayAsk(request)) return 403;
    const [, cameraId, what] = /^\/cameras\/([^/]+)\/(live|picture)$/.exec(request.url ?? '') ?? [];
    const parsed = Identifier.safeParse(cameraId);
    const feed = parsed.success ? this.#feedOf(parsed.data) : null;
    if (!feed || (what !== 'live' && what !== 'picture')) return 404;
    return { what, feed };
  }

  #mayAsk(request: IncomingMessage): boolean {
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${this.token}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}

function show(feed: LiveFeed, socket: WebSocket): void {
  const send = (data: string | Uint8Array) => {
    // Fragments build on one another, so a late viewer cannot skip some: it has to begin again.
    if (socket.bufferedAmount > LARGEST_BACKLOG_BYTES) socket.terminate();
    else socket.send(data);
  };
  const leave = feed.watch({
    tell: (message) => {
      send(JSON.stringify(message));
      if (message.type === 'end') socket.close(1000);
    },
    show: send,
  });
  socket.on('close', leave);
  socket.on('error', () => socket.terminate());
}
