import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** Body of a record of kind `corrective-action`: what keeps a nonconformity from happening again. */
export const CorrectiveAction = z.object({
  nonconformityId: Identifier,
  what: z.string().trim().min(1).max(4000),
  dueAt: Instant,
  /** What shows that it was done. */
  evidence: z.string().trim().max(4000).default(''),
  /** What shows that it helped. */
  effect: z.string().trim().max(4000).default(''),
});
export type CorrectiveAction = z.infer<typeof CorrectiveAction>;
