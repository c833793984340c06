import { z } from 'zod';
import { RecordAuthor } from '../governance/record.ts';
import { Instant } from '../instant.ts';

/** How the server's clock stands to the times that it has seen before. */
export const ClockState = z.object({
  clock: Instant,
  /** The latest time that was seen before. */
  seen: Instant,
  /** How far the clock stands before that, in milliseconds; 0 within tolerance: then nothing is held up. */
  behindMs: z.number().nonnegative(),
  /** Somebody asked to go on by the present time, and another person may confirm it; null: nobody. */
  request: z.object({ by: RecordAuthor, at: Instant, reason: z.string(), lapsesAt: Instant }).nullable(),
});
export type ClockState = z.infer<typeof ClockState>;

export const ClockAcceptance = z.object({
  reason: z.string().trim().min(3).max(2000).describe('How it is known that the present time is right.'),
});
export type ClockAcceptance = z.infer<typeof ClockAcceptance>;
