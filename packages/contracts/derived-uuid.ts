import { v5 } from 'uuid';
import type { Identifier } from './identifier.ts';

/**
 * A UUIDv5 (RFC 9562, section 5.5) for a part of something: the same for the same part, for formats that
 * take no UUIDv7.
 */
export function derivedUuid(whole: Identifier, part: string): string {
  return v5(part, whole);
}
