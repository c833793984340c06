import { z } from 'zod';
import { Position } from '../geometry.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { JunctionPart } from './signal-plan.ts';

/** No emergency wave lasts longer, and no junction is held for one longer than the second figure. */
export const MOST_WAVE_MINUTES = 30;
export const MOST_HOLD_SECONDS = 120;

export const EMERGENCY_SERVICES = ['ambulance', 'fire', 'police', 'rescue'] as const;
export const EmergencyService = z.enum(EMERGENCY_SERVICES);
export type EmergencyService = z.infer<typeof EmergencyService>;

/** A junction on the way, in order. */
export const WaveStop = z.strictObject({
  junctionId: Identifier,
  /** The stage that lets the vehicle over. */
  stage: JunctionPart,
  /** Seconds from the beginning until the vehicle is expected at the stop line, before anybody reports a position. */
  expectedSeconds: z
    .number()
    .min(0)
    .max(MOST_WAVE_MINUTES * 60),
});
export type WaveStop = z.infer<typeof WaveStop>;

export const EmergencyWaveInput = z.strictObject({
  service: EmergencyService,
  /** Call sign, as the control room names the vehicle. */
  vehicle: z.string().trim().min(1).max(60),
  reason: z.string().trim().min(5).max(1000),
  route: z
    .array(WaveStop)
    .min(1)
    .max(40)
    .refine((route) => new Set(route.map(({ junctionId }) => junctionId)).size === route.length, {
      message: 'A junction stands on the route twice.',
    }),
  /** Minutes after which it ends whatever happened. */
  minutes: z.number().min(1).max(MOST_WAVE_MINUTES).default(10),
});
export type EmergencyWaveInput = z.infer<typeof EmergencyWaveInput>;

/** Where the vehicle is, as its radio says. */
export const VehicleReport = z.strictObject({
  position: Position,
  speedKmh: z.number().min(0).max(300),
  at: Instant,
});
export type VehicleReport = z.infer<typeof VehicleReport>;

/** A report that comes with the wave's own key instead of a sign-in: from a vehicle's radio or a dispatcher's program. */
export const KeyedVehicleReport = VehicleReport.extend({ key: z.string().min(20).max(100) });
export type KeyedVehicleReport = z.infer<typeof KeyedVehicleReport>;

/** `holding`: the junction is brought to the stage, or shows it; `recovering`: it works off what had to wait. */
export const WAVE_STOP_STATES = ['ahead', 'holding', 'recovering', 'done', 'skipped'] as const;
export const WaveStopState = z.enum(WAVE_STOP_STATES);
export type WaveStopState = z.infer<typeof WaveStopState>;

export const EmergencyWave = EmergencyWaveInput.extend({
  id: Identifier,
  state: z.enum(['running', 'ended']),
  askedAt: Instant,
  askedBy: z.string(),
  until: Instant,
  endedAt: Instant.nullable(),
  end: z.enum(['arrived', 'cancelled', 'expired']).nullable(),
  lastReport: VehicleReport.nullable(),
  stops: z.array(
    WaveStop.extend({
      junctionName: z.string(),
      /** When the vehicle is expected at the stop line, by what is known now. */
      expectedAt: Instant,
      state: WaveStopState,
      /** Why the junction does not give way, in one sentence; null: it does, or will. */
      problem: z.string().nullable(),
    }),
  ),
});
export type EmergencyWave = z.infer<typeof EmergencyWave>;

/** The answer to who asked for a wave: the key is told once. */
export const EmergencyWaveStarted = z.object({ wave: EmergencyWave, key: z.string() });
export type EmergencyWaveStarted = z.infer<typeof EmergencyWaveStarted>;
