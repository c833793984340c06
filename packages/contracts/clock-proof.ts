import { z } from 'zod';
import { Instant } from './instant.ts';

/** How far a clock is from the control plane's, as measured: at most `errorMs` to either side of `offsetMs`. */
export const ClockProof = z.object({
  /** That clock minus the control plane's, in milliseconds. */
  offsetMs: z.number(),
  /** Half of the interval that every measurement agrees with, in milliseconds. */
  errorMs: z.number().nonnegative(),
  /** When the newest of these measurements was made, by the control plane's clock. */
  provenAt: Instant,
});
export type ClockProof = z.infer<typeof ClockProof>;

/** Subject of the bus, request: no payload → `ClockAnswer`, anybody → server. */
export const CLOCK_SUBJECT = 'control.clock';

/** The control plane's clock when it answered. */
export const ClockAnswer = z.object({ time: Instant });
export type ClockAnswer = z.infer<typeof ClockAnswer>;
