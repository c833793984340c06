import type { BusMessage } from './bus.ts';
import { BusError } from './bus-error.ts';
import type { WireMessage } from './frames.ts';

/** The largest payload, in UTF-16 units of its JSON text. Pictures and clips go by the object store. */
export const MAX_BODY_LENGTH = 16 * 1024 * 1024;

const MAX_CHUNK_MESSAGES = 256;
const MAX_CHUNK_BYTES = 1024 * 1024;

/**
 * A payload as JSON text; `undefined` travels as `null`.
 * @throws BusError `BUS_NOT_JSON` or `BUS_TOO_LARGE`.
 */
export function encodeBody(payload: unknown): string {
  let body: string | undefined;
  try {
    body = JSON.stringify(payload ?? null);
  } catch (cause) {
    throw new BusError('BUS_NOT_JSON', 'A payload has no JSON form; nothing was sent.', { cause });
  }
  if (body === undefined) throw new BusError('BUS_NOT_JSON', 'A payload has no JSON form; nothing was sent.');
  if (body.length > MAX_BODY_LENGTH) {
    throw new BusError('BUS_TOO_LARGE', `A payload of ${body.length} characters is too large for the bus.`);
  }
  return body;
}

/** Bodies come from `encodeBody`; one that is no JSON is a fault of its sender and rejects its batch. */
export function decodeBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new BusError('BUS_MALFORMED', 'A payload on the bus is not JSON.', { cause });
  }
}

/** Messages in wire form, in chunks that travel as one frame each. */
export function encodeMessages(messages: readonly BusMessage[]): WireMessage[][] {
  const chunks: WireMessage[][] = [];
  let bytes = 0;
  for (const { id, payload } of messages) {
    const body = encodeBody(payload);
    const chunk = chunks.at(-1);
    bytes += body.length;
    if (chunk && chunk.length < MAX_CHUNK_MESSAGES && bytes <= MAX_CHUNK_BYTES) {
      chunk.push({ id, body });
    } else {
      chunks.push([{ id, body }]);
      bytes = body.length;
    }
  }
  return chunks;
}

/** The size of messages as queues count it: the UTF-16 units of their bodies. */
export function bytesOf(messages: readonly WireMessage[]): number {
  return messages.reduce((sum, { body }) => sum + body.length, 0);
}
