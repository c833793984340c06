import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { Light } from '../traffic/signal-decision.ts';
import { JunctionPart } from '../traffic/signal-plan.ts';

/** Clocks of camera and signal that are further apart than this prove nothing about a red light. */
export const MOST_SKEW_MS = 250;
/** A junction that said nothing for longer shows nobody knows what. */
export const LONGEST_SILENCE_MS = 2000;

/** What a signal shows, or that it is not known: the feed has a gap, or the lamps cannot be told apart. */
export const ShownLight = z.enum([...Light.options, 'unknown']);
export type ShownLight = z.infer<typeof ShownLight>;

/** A clock against the control plane's. */
export const ClockProof = z.object({
  /** That clock minus the control plane's, in milliseconds. */
  offsetMs: z.number(),
  /** Greatest error of the offset, in milliseconds: half of the round trip that it was measured by, and what it drifts. */
  errorMs: z.number().nonnegative(),
  /** When it was measured, by the control plane's clock. */
  measuredAt: Instant,
});
export type ClockProof = z.infer<typeof ClockProof>;

/**
 * What a junction shows: told at every change, and once a second as a sign of life. Each message is complete, so that a
 * lost one is mended by the next.
 */
export const SignalPhases = z.object({
  junctionId: Identifier,
  /** By the controller's clock: when it was read. */
  at: Instant,
  /** Who says so: the controller on the street, or a simulated one. */
  source: z.enum(['controller', 'simulated']),
  lights: z
    .array(
      z.object({
        group: JunctionPart,
        light: ShownLight,
        /** By the controller's clock: since when it shows this. */
        since: Instant,
        /** Greatest error of `since`, in milliseconds: the time between two readings. */
        errorMs: z.number().nonnegative(),
      }),
    )
    .max(200),
  /** The controller's clock; null: never measured, and nothing is proven by it. */
  clock: ClockProof.nullable(),
});
export type SignalPhases = z.infer<typeof SignalPhases>;

/** A light from an instant on, until the next. */
export const PhaseSpan = z.object({
  light: ShownLight,
  from: Instant,
  /** Greatest error of `from`, in milliseconds. */
  errorMs: z.number().nonnegative(),
});
export type PhaseSpan = z.infer<typeof PhaseSpan>;

/**
 * What a signal showed around a violation. All instants are by the clock of the worker that took the pictures, as
 * `capturedAt` is.
 */
export const SignalEvidence = z.object({
  /** Told by the controller, or read from the lamps in the same pictures. */
  source: z.enum(['controller', 'simulated', 'picture']),
  junctionId: Identifier.nullable(),
  group: JunctionPart.nullable(),
  /** From at least 3 s before the first crossing until the vehicle was last seen, oldest first. */
  timeline: z.array(PhaseSpan).min(1).max(64),
  /** How long it had been red at the crossings, at the least: errors of all clocks and places are taken off. */
  redForMs: z.object({ entry: z.number().nonnegative(), exit: z.number().nonnegative().nullable() }),
  /** The worker's clock minus the controller's as measured; 0 where lamp and vehicle are in the same picture. */
  skewMs: z.number(),
  /** Greatest error of the skew. */
  skewErrorMs: z.number().nonnegative(),
  /** When the older of the two clocks' offsets was measured, by the control plane's clock. */
  provenAt: Instant,
});
export type SignalEvidence = z.infer<typeof SignalEvidence>;
