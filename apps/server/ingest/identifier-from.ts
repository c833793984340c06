import { createHash } from 'node:crypto';
import type { Identifier } from '@amaan/contracts/identifier';

/** An identifier that is the same for the same text, in the form of a UUIDv7. */
export function identifierFrom(text: string): Identifier {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
