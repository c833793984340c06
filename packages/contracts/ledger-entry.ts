import { z } from 'zod';
import { Instant } from './instant.ts';
import { JsonValue } from './json-value.ts';

/** What is recorded. `data` holds digests and identifiers, never secrets and never citizens' data. */
export const LedgerEntry = z.object({
  /** `thing.what-happened`, for example `alert.reviewed`. */
  kind: z.string().regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/),
  at: Instant,
  /** `user:ID`, `worker:ID`, `system:server`. */
  actor: z.string(),
  /** What it is about: `alert:ID`, `camera:ID`, `permit:ID` … */
  subject: z.string(),
  data: z.record(z.string(), JsonValue),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;
