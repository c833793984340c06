import { z } from 'zod';
import { Identifier } from '../identifier.ts';

/** Body of a record of kind `nonconformity`: a requirement that was not met (clause 10.2). */
export const Nonconformity = z.object({
  /** Where it was found. */
  source: z.enum(['audit', 'incident', 'monitoring', 'concern', 'person']),
  /** The requirements that were not met, for example `iso-42001:A.6.2.6`. */
  controls: z.array(z.string().max(60)).max(20).default([]),
  /** What was found, in plain words, without the data of any citizen. */
  what: z.string().trim().min(1).max(4000),
  /** Records that it came from or belongs to: an audit, an incident, a concern. */
  records: z.array(Identifier).max(50).default([]),
  /** Why it happened. */
  cause: z.string().trim().max(4000).default(''),
  /** What was done about it at once. */
  correction: z.string().trim().max(4000).default(''),
});
export type Nonconformity = z.infer<typeof Nonconformity>;
