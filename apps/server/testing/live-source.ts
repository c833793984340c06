import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CameraStatus } from '@amaan/contracts/camera';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { REDACTOR_SUBJECTS, type RedactorHeartbeat } from '@amaan/contracts/redaction/redactor-messages';
import { type Heartbeat, SUBJECTS } from '@amaan/contracts/worker-messages';
import { type WebSocket, WebSocketServer } from 'ws';
import type { TestServer } from './start-test-server.ts';

/** Where a live view comes from, as its contract says: a worker or a redactor, with pictures of one camera. */
export class LiveSource implements AsyncDisposable {
  readonly sockets = new WebSocketServer({ noServer: true });
  readonly token: string;
  readonly #http;

  private constructor(token: string, cameraId: Identifier, isAllowed: (request: IncomingMessage) => boolean) {
    this.token = token;
    const isOurs = (request: IncomingMessage) =>
      request.headers.authorization === `Bearer ${token}` && isAllowed(request);
    this.#http = createServer((request, response) => {
      if (!isOurs(request)) response.writeHead(403).end();
      else if (request.url === `/cameras/${cameraId}/picture`)
        response.writeHead(200, { 'content-type': 'image/jpeg' }).end(`picture by ${token}`);
      else response.writeHead(404).end('nothing yet');
    });
    this.#http.on('upgrade', (request, socket, head) => {
      if (isOurs(request))
        this.sockets.handleUpgrade(request, socket, head, (ws) => this.sockets.emit('connection', ws));
      else socket.destroy();
    });
  }

  /** @param isAllowed what else it asks of a request */
  static async start(
    token: string,
    cameraId: Identifier,
    isAllowed: (request: IncomingMessage) => boolean = () => true,
  ): Promise<LiveSource> {
    const source = new LiveSource(token, cameraId, isAllowed);
    source.#http.listen(0, '127.0.0.1');
    await once(source.#http, 'listening');
    return source;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** The next connection to it. Ask before it is made. */
  async next(): Promise<WebSocket> {
    const [socket] = (await once(this.sockets, 'connection')) as [WebSocket];
    return socket;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }
}

/** Tells a server that a worker runs these cameras, all of them live. */
export function announceWorker(
  { workerBus }: TestServer,
  { url, token }: { readonly url: string; readonly token: string },
  cameras: readonly Identifier[],
): void {
  const status: Omit<CameraStatus, 'cameraId'> = {
    ...{ state: 'live', since: instantOf(Date.now()), error: null, lastFrameAt: null, inferenceDenied: null },
    ...{ framesPerSecond: 5, framesDropped: 0, width: 2, height: 2 },
  };
  const heartbeat: Heartbeat = {
    ...{ workerId: newIdentifier(), at: instantOf(Date.now()), liveUrl: url, liveToken: token, models: {} },
    cameras: cameras.map((cameraId) => ({ ...status, cameraId })),
  };
  workerBus.announce(SUBJECTS.heartbeat, heartbeat);
}

/** Tells a server where the redactor is. */
export function announceRedactor({ workerBus }: TestServer, { url, token }: LiveSource): void {
  const heartbeat: RedactorHeartbeat = {
    ...{ redactorId: newIdentifier(), at: instantOf(Date.now()), url, token },
    ...{ streams: 0, mostStreams: 1 },
  };
  workerBus.announce(REDACTOR_SUBJECTS.heartbeat, heartbeat);
}
