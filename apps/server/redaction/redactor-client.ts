import type { Identifier } from '@amaan/contracts/identifier';
import { Problem } from '@amaan/contracts/problem';
import { FRAMED_OBJECT_TYPE, frameObject, unframeObject } from '@amaan/contracts/redaction/framed-object';
import { LIVE_CLOSE_CODES } from '@amaan/contracts/redaction/live-close-codes';
import {
  type CameraFeed,
  FEED_HEADER,
  MaskedObjectHead,
  type MaskingOrder,
  type RedactorHeartbeat,
} from '@amaan/contracts/redaction/redactor-messages';
import { WebSocket } from 'ws';
import { HttpError } from '../http/http-errors.ts';
import { type LiveEndpoints, noPicture } from '../live/live-proxy.ts';
import { passOn } from '../live/pass-on.ts';
import type { MaskedObject, Masking, ObjectToMask } from './masking.ts';
import type { RedactorDirectory } from './redactor-directory.ts';

const OPENING_TIMEOUT_MS = 5_000;
const PICTURE_TIMEOUT_MS = 15_000;
const OBJECT_TIMEOUT_MS = 10 * 60_000;
/** WebSocket: try again later (RFC 6455's registry). */
const TRY_AGAIN_LATER = 1013;
const NOT_THERE =
  'What masks pictures is not there now, so that nothing is shown; it is started again by itself.';

/** What the redactor says when it refuses. */
const Refusal = Problem.pick({ code: true }).extend({ message: Problem.shape.detail });

export interface RedactorClientOptions {
  readonly redactors: Pick<RedactorDirectory, 'current' | 'lose'>;
  /** Where cameras' own views are: the redactor fetches them there. */
  readonly workers: LiveEndpoints;
}

/** Asks the redactor. Where it is not, or says no, nothing is shown. */
export class RedactorClient implements Masking {
  readonly #options: RedactorClientOptions;

  constructor(options: RedactorClientOptions) {
    this.#options = options;
  }

  async picture(cameraId: Identifier): Promise<{ mediaType: 'image/jpeg'; body: Buffer }> {
    const feed = this.#options.workers.endpointOf(cameraId);
    if (feed === null) throw noPicture();
    const response = await this.#ask(`/cameras/${cameraId}/picture`, {
      headers: { [FEED_HEADER]: encoded(feed) },
      signal: AbortSignal.timeout(PICTURE_TIMEOUT_MS),
    });
    if (response.status === 404) throw noPicture();
    return { mediaType: 'image/jpeg', body: response.body };
  }

  watch(cameraId: Identifier, viewer: WebSocket): void {
    const feed = this.#options.workers.endpointOf(cameraId);
    if (feed === null) {
      viewer.close(TRY_AGAIN_LATER, 'No worker runs this camera now.');
      return;
    }
    const notThere = { code: LIVE_CLOSE_CODES.MASKING_NOT_AVAILABLE, reason: NOT_THERE };
    const redactor = this.#options.redactors.current;
    if (redactor === null) {
      viewer.close(notThere.code, notThere.reason);
      return;
    }
    const source = new WebSocket(`${redactor.url.replace(/^http/, 'ws')}/cameras/${cameraId}/live`, {
      headers: { ...bearer(redactor), [FEED_HEADER]: encoded(feed) },
      handshakeTimeout: OPENING_TIMEOUT_MS,
      perMessageDeflate: false,
    });
    source.on('error', () => this.#options.redactors.lose(redactor.redactorId));
    passOn(source, viewer, { broken: notThere, unreachable: notThere });
  }

  async mask({ bytes, mediaType, cameraId, kinds, style }: ObjectToMask): Promise<MaskedObject> {
    const order: MaskingOrder = {
      mediaType,
      kinds: [...(kinds ?? ['face', 'plate'])],
      style: style ?? 'fill',
    };
    const { body } = await this.#ask(`/cameras/${cameraId}/mask`, {
      method: 'POST',
      headers: { 'content-type': FRAMED_OBJECT_TYPE },
      body: frameObject(order, bytes),
      signal: AbortSignal.timeout(OBJECT_TIMEOUT_MS),
    });
    const { head, bytes: masked } = unframeObject(body, MaskedObjectHead);
    return { ...head, bytes: masked };
  }

  /** @throws HttpError for whatever is neither an answer nor 404. */
  async #ask(
    path: string,
    request: RequestInit,
  ): Promise<{ readonly status: number; readonly body: Buffer }> {
    const { redactors } = this.#options;
    const redactor = redactors.current;
    if (redactor === null) throw new HttpError(503, 'MASKING_NOT_AVAILABLE', NOT_THERE);
    let response: Response;
    let body: Buffer;
    try {
      response = await fetch(`${redactor.url}${path}`, {
        ...request,
        headers: { ...bearer(redactor), ...request.headers },
      });
      body = Buffer.from(await response.arrayBuffer());
    } catch (cause) {
      // That it takes too long says nothing about whether it is there.
      if (!(cause instanceof DOMException)) redactors.lose(redactor.redactorId);
      throw new HttpError(503, 'MASKING_NOT_AVAILABLE', NOT_THERE, { cause });
    }
    if (response.ok || response.status === 404) return { status: response.status, body };
    throw refusalOf(response.status, body);
  }
}

function refusalOf(status: number, body: Buffer): HttpError {
  try {
    const { code, message } = Refusal.parse(JSON.parse(body.toString()));
    return new HttpError(status, code, message);
  } catch (cause) {
    return new HttpError(503, 'MASKING_NOT_AVAILABLE', NOT_THERE, { cause });
  }
}

function bearer({ token }: RedactorHeartbeat) {
  return { authorization: `Bearer ${token}` };
}

function encoded({ liveUrl, liveToken }: CameraFeed): string {
  return Buffer.from(JSON.stringify({ liveUrl, liveToken })).toString('base64url');
}
