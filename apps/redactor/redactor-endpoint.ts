import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoopbackEndpoint } from '@amaan/analytics/live/loopback-endpoint';
import { Identifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import { FRAMED_OBJECT_TYPE, frameObject, unframeObject } from '@amaan/contracts/redaction/framed-object';
import {
  CameraFeed,
  FEED_HEADER,
  MaskingOrder,
  MOST_OBJECT_BYTES,
} from '@amaan/contracts/redaction/redactor-messages';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import type { Logger } from 'pino';
import type { MaskedPictures } from './live/masked-pictures.ts';
import type { MaskedStreams } from './live/masked-streams.ts';
import { MaskingDenied, maskingDenied } from './masking-denied.ts';
import type { ObjectMasker } from './objects/object-masker.ts';

/** An object takes at most so long; a clip of evidence takes some seconds. */
const LONGEST_MS = 10 * 60_000;

export interface RedactorRoutes {
  readonly pictures: Pick<MaskedPictures, 'picture'>;
  readonly streams: Pick<MaskedStreams, 'watch'>;
  readonly objects: Pick<ObjectMasker, 'mask'>;
  /** Told of every refusal that is not a stream's. */
  readonly onDenied: (cameraId: Identifier, why: MaskingDenied) => void;
  readonly logger: Logger;
}

interface Target {
  readonly cameraId: Identifier;
  readonly what: string;
}

/** Where the server asks for what is masked: `GET …/picture`, `GET …/live` (WebSocket), `POST …/mask`. */
export function listenForServer(routes: RedactorRoutes): Promise<LoopbackEndpoint> {
  return LoopbackEndpoint.listen(
    {
      answer: (request, response) => answer(routes, request, response),
      viewer: (request) => {
        const target = targetOf(request);
        const feed = feedOf(request);
        if (target?.what !== 'live' || !feed) return null;
        return (socket) => routes.streams.watch(target.cameraId, feed, socket);
      },
    },
    routes.logger,
  );
}

async function answer(routes: RedactorRoutes, request: IncomingMessage, response: ServerResponse) {
  const target = targetOf(request);
  try {
    if (request.method === 'GET' && target?.what === 'picture')
      await givePicture(routes, target, request, response);
    else if (request.method === 'POST' && target?.what === 'mask')
      await maskObject(routes, target, request, response);
    else response.writeHead(404).end();
  } catch (error) {
    refuse(routes, target, response, error);
  }
}

async function givePicture(
  { pictures }: RedactorRoutes,
  { cameraId }: Target,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const feed = feedOf(request);
  const picture = feed && (await pictures.picture(cameraId, feed));
  if (!picture) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': picture.byteLength });
  response.end(picture);
}

async function maskObject(
  { objects }: RedactorRoutes,
  { cameraId }: Target,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { head: order, bytes } = unframeObject(await bodyOf(request), MaskingOrder);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(LONGEST_MS)]);
  const masked = await objects.mask(bytes, order, cameraId, signal);
  const framed = frameObject(masked.head, masked.bytes);
  response.writeHead(200, { 'content-type': FRAMED_OBJECT_TYPE, 'content-length': framed.byteLength });
  response.end(framed);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_OBJECT_BYTES) {
      throw new AmaanError(
        'OBJECT_TOO_LARGE',
        `Objects of at most ${MOST_OBJECT_BYTES / 1024 / 1024} MB are masked.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A typed refusal as JSON; what has no code of its own is a failure of this process. */
function refuse(
  { logger, onDenied }: RedactorRoutes,
  target: Target | null,
  response: ServerResponse,
  error: unknown,
): void {
  const isInput =
    error instanceof AmaanError && !(error instanceof PermitDenied || error instanceof MaskingDenied);
  const why = isInput ? error : maskingDenied(error);
  if (why instanceof MaskingDenied) {
    if (!(error instanceof AmaanError)) logger.warn({ err: error }, why.message);
    if (target) onDenied(target.cameraId, why);
  }
  if (response.destroyed) return;
  const body = JSON.stringify({ code: why.code, message: why.message });
  response.writeHead(statusOf(why), { 'content-type': 'application/json', connection: 'close' }).end(body);
}

function statusOf(error: AmaanError): number {
  if (error instanceof MaskingDenied) return error.code === 'MASKING_NOT_PERMITTED' ? 409 : 503;
  return error.code === 'OBJECT_TOO_LARGE' ? 413 : 422;
}

function targetOf({ url }: IncomingMessage): Target | null {
  const [, cameraId, what] = /^\/cameras\/([^/]+)\/([a-z]+)$/.exec(url ?? '') ?? [];
  const parsed = Identifier.safeParse(cameraId);
  return parsed.success && what !== undefined ? { cameraId: parsed.data, what } : null;
}

/** Where the server says that the camera's open view is. */
function feedOf(request: IncomingMessage): CameraFeed | null {
  const header = request.headers[FEED_HEADER];
  if (typeof header !== 'string') return null;
  try {
    return CameraFeed.parse(JSON.parse(Buffer.from(header, 'base64url').toString()));
  } catch {
    return null;
  }
}
