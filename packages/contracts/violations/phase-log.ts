import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { Light } from '../traffic/signal-decision.ts';
import { JunctionPart } from '../traffic/signal-plan.ts';
import { ClockProof, SignalPhases } from './signal-timeline.ts';

/**
 * A light that a signal group showed, seen from its beginning to its end, as the control plane logs it. What was not seen so
 * is not in the log: between two rows may be a gap, and nobody knows what was shown there.
 */
export const PhaseLogged = z.object({
  junctionId: Identifier,
  group: JunctionPart,
  light: Light,
  /** By the control plane's clock. */
  from: Instant,
  to: Instant,
  /** Greatest error of either, in milliseconds: the time between two readings, and the error of the clock. */
  errorMs: z.number().nonnegative(),
  source: SignalPhases.shape.source,
  /** The controller's own clock then; null: it was not known. */
  clock: ClockProof.nullable(),
});
export type PhaseLogged = z.infer<typeof PhaseLogged>;
