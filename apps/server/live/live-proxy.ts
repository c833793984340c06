import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Identifier } from '@amaan/contracts/identifier';
import { WebSocket } from 'ws';
import { HttpError } from '../http/http-errors.ts';

/** Where a camera's live view comes from. Asked for anew by every viewer, because workers come and go. */
export interface LiveEndpoint {
  readonly liveUrl: string;
  readonly liveToken: string;
}

export interface LiveEndpoints {
  /** The endpoint of the worker that runs a camera, or null when none does. */
  endpointOf(cameraId: Identifier): LiveEndpoint | null;
}

/**
 * What a viewer may be behind. Fragments cannot be left out without breaking the picture, so a viewer that
 * cannot keep up is disconnected and starts again at the newest key frame.
 */
const LARGEST_BACKLOG_BYTES = 4 * 1024 * 1024;
const OPENING_TIMEOUT_MS = 5_000;

/** WebSocket close codes (RFC 6455, section 7.4.1, and the registry it founded). */
const CLOSE = { goingAway: 1001, failed: 1011, tryAgainLater: 1013 } as const;

/** Passes live pictures on from workers, which browsers cannot and must not reach. */
export class LiveProxy {
  readonly #endpoints: LiveEndpoints;

  constructor(endpoints: LiveEndpoints) {
    this.#endpoints = endpoints;
  }

  /**
   * The newest picture of a camera.
   * @throws HttpError 404 `PICTURE_NOT_AVAILABLE`, 502 `WORKER_UNREACHABLE`
   */
  async picture(cameraId: Identifier): Promise<{ mediaType: string; body: Readable }> {
    const endpoint = this.#endpoints.endpointOf(cameraId);
    if (endpoint === null) throw noPicture();
    const response = await fetch(addressOf(endpoint, cameraId, 'picture'), {
      headers: { authorization: `Bearer ${endpoint.liveToken}` },
      signal: AbortSignal.timeout(OPENING_TIMEOUT_MS),
    }).catch((cause: unknown) => {
      throw new HttpError(
        502,
        'WORKER_UNREACHABLE',
        'The worker that runs this camera does not answer; it is tried again with the next request.',
        { cause },
      );
    });
    if (!response.ok || response.body === null || response.headers.get('content-type') !== 'image/jpeg') {
      await response.body?.cancel();
      throw noPicture();
    }
    return { mediaType: 'image/jpeg', body: Readable.fromWeb(response.body as ReadableStream) };
  }

  /** Passes a camera's live view on, byte for byte, until either side ends it. */
  watch(cameraId: Identifier, viewer: WebSocket): void {
    const endpoint = this.#endpoints.endpointOf(cameraId);
    if (endpoint === null) {
      viewer.close(CLOSE.tryAgainLater, 'No worker runs this camera now.');
      return;
    }
    const worker = new WebSocket(addressOf(endpoint, cameraId, 'live'), {
      headers: { authorization: `Bearer ${endpoint.liveToken}` },
      handshakeTimeout: OPENING_TIMEOUT_MS,
      perMessageDeflate: false,
    });
    worker.on('message', (data, isBinary) => {
      if (viewer.bufferedAmount > LARGEST_BACKLOG_BYTES) {
        // A closing handshake would wait behind the backlog that is the problem.
        viewer.terminate();
        return;
      }
      viewer.send(data, { binary: isBinary });
    });
    worker.on('close', (code, reason) => {
      viewer.close(code === 1000 || code >= 3000 ? code : CLOSE.goingAway, reason.toString());
    });
    worker.on('error', () => viewer.close(CLOSE.failed, 'The worker that runs this camera does not answer.'));
    viewer.on('close', () => worker.terminate());
    viewer.on('error', () => viewer.terminate());
  }
}

function noPicture(): HttpError {
  return new HttpError(404, 'PICTURE_NOT_AVAILABLE', 'There is no picture of this camera now.');
}

/** A worker names one base URL; WebSocket and HTTP differ in the scheme only. */
function addressOf({ liveUrl }: LiveEndpoint, cameraId: Identifier, what: 'live' | 'picture'): URL {
  const url = new URL(`${liveUrl.replace(/\/$/, '')}/cameras/${cameraId}/${what}`);
  const secure = url.protocol === 'https:' || url.protocol === 'wss:';
  url.protocol = what === 'live' ? (secure ? 'wss:' : 'ws:') : secure ? 'https:' : 'http:';
  return url;
}
