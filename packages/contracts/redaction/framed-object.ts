import type { z } from 'zod';
import { AmaanError } from '../problem.ts';

/** Bytes of the number in front that says how long the head is. */
const LENGTH_BYTES = 4;

/** Media type of a framed object. */
export const FRAMED_OBJECT_TYPE = 'application/vnd.amaan.framed-object';

/** An object's bytes with what is said of them in front: length of the head (32 bits, big-endian), head as JSON, bytes. */
export function frameObject(head: unknown, bytes: Uint8Array): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const framed = new Uint8Array(LENGTH_BYTES + json.length + bytes.length);
  new DataView(framed.buffer).setUint32(0, json.length);
  framed.set(json, LENGTH_BYTES);
  framed.set(bytes, LENGTH_BYTES + json.length);
  return framed;
}

/** Takes apart what `frameObject` joined. @throws AmaanError `FRAMED_OBJECT_MALFORMED` */
export function unframeObject<Head>(
  framed: Uint8Array,
  schema: z.ZodType<Head>,
): { readonly head: Head; readonly bytes: Uint8Array } {
  try {
    const view = new DataView(framed.buffer, framed.byteOffset, framed.byteLength);
    const end = LENGTH_BYTES + view.getUint32(0);
    if (end > framed.length) throw new RangeError('The head is longer than all of it.');
    const json = new TextDecoder('utf-8', { fatal: true }).decode(framed.subarray(LENGTH_BYTES, end));
    return { head: schema.parse(JSON.parse(json)), bytes: framed.subarray(end) };
  } catch (cause) {
    throw new AmaanError(
      'FRAMED_OBJECT_MALFORMED',
      'What stands in front of the bytes cannot be understood.',
      {
        cause,
      },
    );
  }
}
