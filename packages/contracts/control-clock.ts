import { z } from 'zod';
import { Instant } from './instant.ts';

/** Subject of the bus, request: no payload → `ClockAnswer`, anybody → server. */
export const CLOCK_SUBJECT = 'control.clock';

/** The control plane's clock when it answered. */
export const ClockAnswer = z.object({ time: Instant });
export type ClockAnswer = z.infer<typeof ClockAnswer>;
