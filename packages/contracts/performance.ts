import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';
import { Figure } from './monitoring.ts';
import { CALL_PHASES } from './service/call-phases.ts';

export const ALERT_STEPS = ['acknowledged', 'dispatched', 'closed'] as const;

/** What an operator did about an alert, beside confirming or rejecting it. */
export const AlertStepInput = z.discriminatedUnion('step', [
  z.object({ step: z.literal('acknowledged') }),
  z.object({ step: z.literal('dispatched'), unit: z.string().trim().min(1).max(120) }),
  z.object({ step: z.literal('closed'), note: z.string().trim().max(2000).default('') }),
]);
export type AlertStepInput = z.infer<typeof AlertStepInput>;

export const AlertStep = z.object({
  id: Identifier,
  step: z.enum(ALERT_STEPS),
  unit: z.string().nullable(),
  note: z.string(),
  byName: z.string(),
  at: Instant,
});
export type AlertStep = z.infer<typeof AlertStep>;

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What calls are measured against until somebody sets something else, in seconds. */
const DEFAULT_CALL_TARGETS = { dispatch: 120, travel: 600, arrival: 720, closure: 7200 };

/** The clock of the service: its shifts and what it promises. */
export const ServiceTargets = z.object({
  timeZone: z
    .string()
    .max(60)
    .refine((zone) => isTimeZone(zone), { message: 'This is no IANA time zone, such as Asia/Karachi.' }),
  /** Each runs until the next begins; the last until the first. */
  shifts: z
    .array(z.object({ name: z.string().trim().min(1).max(40), from: ClockTime }))
    .min(1)
    .max(8)
    .refine((shifts) => new Set(shifts.map(({ from }) => from)).size === shifts.length, {
      message: 'Two shifts begin at the same time.',
    }),
  /** Seconds from the event. */
  targets: z.object({
    alert: z.number().positive(),
    acknowledgement: z.number().positive(),
    dispatch: z.number().positive(),
    closure: z.number().positive(),
  }),
  /** Seconds of each phase of an emergency call. Versions from before there were calls have these. */
  calls: z.record(z.enum(CALL_PHASES), z.number().positive()).default(DEFAULT_CALL_TARGETS),
  /** When the report of the week before is made. */
  weeklyReport: z
    .object({
      /** 1 is Monday: weeks begin on it, as ISO 8601 has it. */
      weekday: z.int().min(1).max(7),
      /** Of the day, in the time zone. */
      hour: z.int().min(0).max(23),
    })
    .default({ weekday: 1, hour: 6 }),
});
export type ServiceTargets = z.infer<typeof ServiceTargets>;

export const ServiceTargetsChange = z.object({
  settings: ServiceTargets,
  reason: z.string().trim().min(10).max(2000),
});
export type ServiceTargetsChange = z.infer<typeof ServiceTargetsChange>;

export const SERVICE_PHASES = ['alert', 'acknowledgement', 'dispatch', 'closure'] as const;
export type ServicePhase = (typeof SERVICE_PHASES)[number];

/** How long a phase took, in seconds from the event, of the alerts that reached it. */
export const PhaseFigures = z.object({
  phase: z.enum(SERVICE_PHASES),
  median: Figure,
  p90: Figure,
  withinTarget: Figure,
});
export type PhaseFigures = z.infer<typeof PhaseFigures>;

export const ServicePerformance = z.object({
  from: Instant,
  to: Instant,
  settings: ServiceTargets,
  settingsVersion: z.int().nonnegative(),
  /** Alerts raised in the period. */
  alerts: z.int().nonnegative(),
  simulated: z.boolean(),
  whole: z.array(PhaseFigures),
  parts: z.array(
    z.object({
      siteId: Identifier,
      siteName: z.string(),
      /** Null: all shifts of the site. */
      shift: z.string().nullable(),
      alerts: z.int().nonnegative(),
      phases: z.array(PhaseFigures),
    }),
  ),
});
export type ServicePerformance = z.infer<typeof ServicePerformance>;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const PerformanceQuery = z.object({
  from: Instant,
  to: Instant,
  siteId: Identifier.optional(),
  /** Whether the simulator's alerts are looked at instead of real ones. */
  simulated: flag.default(false),
});
export type PerformanceQuery = z.infer<typeof PerformanceQuery>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
