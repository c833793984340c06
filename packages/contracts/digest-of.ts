import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Digest } from './digest.ts';

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
