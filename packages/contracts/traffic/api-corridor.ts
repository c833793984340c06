import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { SeriesPoint, TimeZone, TrafficStep } from './api-lanes.ts';
import { TravelTimeInterval } from './api-travel-times.ts';

/** One measuring place of a corridor: an approach of a camera. */
export const CorridorStop = z.object({
  cameraId: Identifier,
  approach: z.string().trim().min(1).max(80),
  /** Metres of road from the stop before; null: as the crow flies between the cameras. Of the first stop it is not used. */
  metresFromLast: z.number().positive().max(100_000).nullable().default(null),
});
export type CorridorStop = z.infer<typeof CorridorStop>;

/** A road in one direction as an ordered list of places where it is measured. */
export const CorridorInput = z.object({
  name: z.string().trim().min(1).max(80),
  siteId: Identifier,
  stops: z.array(CorridorStop).min(2).max(40),
});
export type CorridorInput = z.infer<typeof CorridorInput>;

export const Corridor = CorridorInput.extend({
  id: Identifier,
  version: z.int().positive(),
  changedAt: Instant,
  changedByName: z.string(),
});
export type Corridor = z.infer<typeof Corridor>;

export const CorridorChange = z.object({
  corridor: CorridorInput,
  /** The version that the person saw. */
  seen: z.int().positive(),
});
export type CorridorChange = z.infer<typeof CorridorChange>;

export const CorridorQuery = z.object({
  from: Instant,
  to: Instant,
  step: TrafficStep,
  timeZone: TimeZone.default('Asia/Karachi'),
});
export type CorridorQuery = z.infer<typeof CorridorQuery>;

/** A corridor with what was measured along it. */
export const CorridorMeasures = z.object({
  corridor: Corridor,
  stops: z.array(
    z.object({
      cameraId: Identifier,
      cameraName: z.string(),
      simulated: z.boolean(),
      approach: z.string(),
      /** Metres from the first stop; null from where a distance is not known. */
      metres: z.number().nullable(),
      /** All lanes of the approach added up. */
      points: z.array(SeriesPoint),
    }),
  ),
  /** From each stop to the next. */
  legs: z.array(
    z.object({
      metres: z.number().nullable(),
      /**
       * Seconds at the mean speed of both ends, an interval each: what driving takes, without the wait at signals between
       * them. Null where a distance or a speed is missing.
       */
      secondsBySpeed: z.array(z.number().nullable()),
    }),
  ),
});
export type CorridorMeasures = z.infer<typeof CorridorMeasures>;

/** Travel times of a corridor's legs as plate cameras saw them, where both ends read plates. */
export const CorridorTravelTimes = z.object({
  legs: z.array(
    z.object({
      fromCameraId: Identifier,
      toCameraId: Identifier,
      intervals: z.array(TravelTimeInterval),
    }),
  ),
});
export type CorridorTravelTimes = z.infer<typeof CorridorTravelTimes>;
