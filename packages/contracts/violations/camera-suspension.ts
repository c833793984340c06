import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** How many of a camera's challans were cancelled because they were wrong, among those whose fate is settled. */
export const CancellationRate = z.object({
  /** Violations from then on are counted: the last lifting of a suspension, or the beginning of the window. */
  since: Instant,
  /** Paid, upheld, overdue or cancelled; of a lapsed one nobody knows whether it was right. */
  decided: z.int().nonnegative(),
  cancelled: z.int().nonnegative(),
  /** Lower end of Wilson's interval at 95 %; null: nothing is decided. */
  low: z.number().min(0).max(1).nullable(),
});
export type CancellationRate = z.infer<typeof CancellationRate>;

/** One of the two words that lift a suspension. */
export const SuspensionLift = z.object({
  at: Instant,
  byName: z.string(),
  role: z.enum(['supervisor', 'governance-officer']),
  note: z.string(),
});
export type SuspensionLift = z.infer<typeof SuspensionLift>;

/** A camera that stopped enforcing by itself: too many of its challans were wrong. It goes on measuring traffic. */
export const CameraSuspension = z.object({
  id: Identifier,
  cameraId: Identifier,
  cameraName: z.string(),
  siteId: Identifier,
  at: Instant,
  rate: CancellationRate,
  /** The limit that the rate's lower end passed. */
  limit: z.number().min(0).max(1),
  /** A supervisor and a governance officer, two different people; null: has not said so. */
  lifts: z.array(SuspensionLift),
  endedAt: Instant.nullable(),
  /** Whether whoever asks may say a word for lifting it now. */
  mayLift: z.boolean(),
});
export type CameraSuspension = z.infer<typeof CameraSuspension>;

/** Why enforcement may go on: what was wrong, and what was done about it. */
export const SuspensionLiftInput = z.strictObject({ note: z.string().trim().min(20).max(2000) });
export type SuspensionLiftInput = z.infer<typeof SuspensionLiftInput>;

export const CameraSuspensionQuery = z.object({
  /** Only those in force. */
  open: z.stringbool().default(false),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type CameraSuspensionQuery = z.infer<typeof CameraSuspensionQuery>;
