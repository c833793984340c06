import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Identifier } from '@amaan/contracts/identifier';
import { WebSocket } from 'ws';
import { HttpError } from '../http/http-errors.ts';
import { passOn } from './pass-on.ts';

/** Where a camera's live view comes from. Asked for anew by every viewer, because workers come and go. */
export interface LiveEndpoint {
  readonly liveUrl: string;
  readonly liveToken: string;
}

export interface LiveEndpoints {
  /** The endpoint of the worker that runs a camera, or null when none does. */
  endpointOf(cameraId: Identifier): LiveEndpoint | null;
}

const OPENING_TIMEOUT_MS = 5_000;

/** WebSocket close codes (RFC 6455, section 7.4.1, and the registry it founded). */
const CLOSE = { goingAway: 1001, failed: 1011, tryAgainLater: 1013 } as const;

/** Passes the cameras' own pictures on from workers, which browsers cannot and must not reach. */
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
    passOn(worker, viewer, {
      broken: { code: CLOSE.goingAway, reason: '' },
      unreachable: { code: CLOSE.failed, reason: 'The worker that runs this camera does not answer.' },
    });
  }
}

/** There is no picture of a camera now. */
export function noPicture(): HttpError {
  return new HttpError(404, 'PICTURE_NOT_AVAILABLE', 'There is no picture of this camera now.');
}

/** A worker names one base URL; WebSocket and HTTP differ in the scheme only. */
function addressOf({ liveUrl }: LiveEndpoint, cameraId: Identifier, what: 'live' | 'picture'): URL {
  const url = new URL(`${liveUrl.replace(/\/$/, '')}/cameras/${cameraId}/${what}`);
  const secure = url.protocol === 'https:' || url.protocol === 'wss:';
  url.protocol = what === 'live' ? (secure ? 'wss:' : 'ws:') : secure ? 'https:' : 'http:';
  return url;
}
