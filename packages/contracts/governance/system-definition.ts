import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Instant } from '../instant.ts';

/** A version of what the code says of an AI system: kept for ever, and its digest is in the ledger. */
export const SystemDefinition = z.object({
  version: z.int().positive(),
  /** sha256 over the canonical JSON of the whole entry. */
  digest: Digest,
  /** Members that differ from the version before. */
  changed: z.array(z.string()),
  at: Instant,
});
export type SystemDefinition = z.infer<typeof SystemDefinition>;
