import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { Figure } from '../monitoring.ts';
import { ServiceTargets } from '../performance.ts';
import { CALL_PHASES } from './call-phases.ts';
import { CallPriority } from './emergency-call.ts';

/** How long a phase of calls took, in seconds. */
export const CallPhaseFigures = z.object({
  phase: z.enum(CALL_PHASES),
  /** Of the calls that reached it. */
  median: Figure,
  p90: Figure,
  /**
   * Of the calls that reached it and of those that have waited for longer than the target: who still waits has been let
   * down already.
   */
  withinTarget: Figure,
  /**
   * The same if every call whose moment is missing on record had been late: what is not written down must not look good
   * (bounds of C. F. Manski, "Nonparametric bounds on treatment effects", American Economic Review 80 (1990) 319–323).
   */
  withinTargetAtWorst: Figure,
  /** Closed without this moment, though a unit was sent. */
  missing: z.int().nonnegative(),
  /** Still waiting for it. */
  waiting: z.int().nonnegative(),
});
export type CallPhaseFigures = z.infer<typeof CallPhaseFigures>;

/** Calls of one city, shift or station. */
export const CallPart = z.object({
  siteId: Identifier,
  siteName: z.string(),
  /** Null: all stations of the site. */
  station: z.string().nullable(),
  /** Null: all shifts. */
  shift: z.string().nullable(),
  calls: z.int().nonnegative(),
  phases: z.array(CallPhaseFigures),
});
export type CallPart = z.infer<typeof CallPart>;

/** How calls that came in a period were served. */
export const CallPerformance = z.object({
  from: Instant,
  to: Instant,
  settings: ServiceTargets,
  settingsVersion: z.int().nonnegative(),
  /** Calls received in the period. */
  calls: z.int().nonnegative(),
  /** Closed without any unit having been sent: they count in no phase but closure. */
  withoutUnit: z.int().nonnegative(),
  /** Left out of every phase, since their times run backwards. */
  backwards: z.int().nonnegative(),
  simulated: z.boolean(),
  whole: z.array(CallPhaseFigures),
  /** Each site as a whole, by shift, and by station. */
  parts: z.array(CallPart),
  /** What calls of the period can be looked at by. */
  kinds: z.array(z.string()),
  stations: z.array(z.string()),
});
export type CallPerformance = z.infer<typeof CallPerformance>;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Which calls. */
export const CallQuery = z.object({
  from: Instant,
  to: Instant,
  siteId: Identifier.optional(),
  station: z.string().max(80).optional(),
  kind: z.string().max(80).optional(),
  priority: z.coerce.number().pipe(CallPriority).optional(),
  /** Whether simulated calls are looked at instead of real ones. */
  simulated: flag.default(false),
});
export type CallQuery = z.infer<typeof CallQuery>;
