import { v7 } from 'uuid';
import { z } from 'zod';

/** A UUIDv7: sortable by creation time (RFC 9562, section 5.7). */
export const Identifier = z.uuidv7();
export type Identifier = z.infer<typeof Identifier>;

/** Makes a new identifier. */
export function newIdentifier(): Identifier {
  return v7();
}
