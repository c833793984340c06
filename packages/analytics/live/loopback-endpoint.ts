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
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';

/** What an endpoint offers to whoever showed its token. */
export interface LoopbackRoutes {
  /** Answers a request. What it throws is logged and answered with 500. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** What becomes of a WebSocket, or null where there is nothing to watch. */
  viewer(request: IncomingMessage): ((socket: WebSocket) => void) | null;
}

/** Where the control plane asks a process of the same machine. Browsers never reach it: it listens on loopback. */
export class LoopbackEndpoint implements AsyncDisposable {
  readonly token = randomBytes(32).toString('base64url');
  readonly #routes: LoopbackRoutes;
  readonly #logger: Logger;
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 1024 });

  private constructor(routes: LoopbackRoutes, logger: Logger) {
    this.#routes = routes;
    this.#logger = logger;
    this.#http = createServer((request, response) => void this.#answer(request, response));
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  static async listen(routes: LoopbackRoutes, logger: Logger, host = '127.0.0.1'): Promise<LoopbackEndpoint> {
    const endpoint = new LoopbackEndpoint(routes, logger);
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
      if (this.#mayAsk(request)) await this.#routes.answer(request, response);
      else response.writeHead(403).end();
    } catch (error) {
      this.#logger.warn({ err: error }, 'What the control plane asked for could not be answered.');
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const mayAsk = this.#mayAsk(request);
    const view = mayAsk ? this.#routes.viewer(request) : null;
    if (view) {
      this.#sockets.handleUpgrade(request, socket, head, view);
      return;
    }
    const status = mayAsk ? 404 : 403;
    // Whoever asked may be gone; from here on the socket is nobody's but ours.
    socket.on('error', () => socket.destroy());
    socket.once('finish', () => socket.destroy());
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\n\r\n`);
  }

  #mayAsk(request: IncomingMessage): boolean {
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${this.token}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}
