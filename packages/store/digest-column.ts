import type { Digest } from '@amaan/contracts/digest';

/** A digest as its `bytea` column stores it. */
export function digestBytes(digest: Digest): Uint8Array {
  return Buffer.from(digest, 'hex');
}

/** The value of a digest column as contracts write it: lower-case hexadecimal. */
export function digestHex(bytes: Uint8Array): Digest {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
