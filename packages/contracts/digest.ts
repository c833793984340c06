import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';

/** A sha256 digest in lower-case hexadecimal. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/, 'expected a sha256 digest in hexadecimal');
export type Digest = z.infer<typeof Digest>;

/** The sha256 of bytes. */
export function digestOfBytes(bytes: Uint8Array): Digest {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The canonical JSON text of a value (RFC 8785), so that equal values have equal digests.
 * @throws TypeError when the value has no JSON form (a function, `NaN`, `undefined` at the top).
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('The value has no JSON form.');
  return text;
}

/** The sha256 of a value's canonical JSON. */
export function digestOfJson(value: unknown): Digest {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
