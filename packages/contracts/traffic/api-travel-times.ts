import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** No figure is over fewer vehicles than this. */
export const LEAST_VEHICLES = 5;

/** Lengths of intervals in minutes. They begin on the clock, so that nobody can shift them to lay one vehicle bare. */
export const TRAVEL_STEPS = [15, 60, 1440] as const;

const asked = {
  from: Instant,
  to: Instant,
  stepMinutes: z.union([z.literal(15), z.literal(60), z.literal(1440)]).default(15),
  /** What the figures are for: kept on record with who asked. */
  purpose: z.string().trim().min(10, 'Say in at least ten letters what it is for.').max(500),
};

/** Between two cameras that read plates. */
export const TravelTimesInput = z.object({
  ...asked,
  fromCameraId: Identifier,
  toCameraId: Identifier,
  /** Whoever takes longer has stopped on the way or came back, and counts in no figure. */
  mostMinutes: z.int().min(1).max(240).default(60),
});
export type TravelTimesInput = z.infer<typeof TravelTimesInput>;

/** Vehicles that passed the first camera in an interval. Of an interval with fewer than five nothing is told. */
export const TravelTimeInterval = z.object({
  from: Instant,
  to: Instant,
  vehicles: z.int().min(LEAST_VEHICLES),
  medianSeconds: z.number().nonnegative(),
  p15Seconds: z.number().nonnegative(),
  p85Seconds: z.number().nonnegative(),
});
export type TravelTimeInterval = z.infer<typeof TravelTimeInterval>;

export const TravelTimes = z.object({
  /** The record of this question. */
  queryId: Identifier,
  intervals: z.array(TravelTimeInterval),
  /** As the crow flies; null where a camera has no place. */
  metres: z.number().nonnegative().nullable(),
});
export type TravelTimes = z.infer<typeof TravelTimes>;

/** From where to where vehicles drive, among cameras that read plates. */
export const OriginDestinationInput = z.object({
  ...asked,
  cameras: z.array(Identifier).min(2).max(50),
  /** A vehicle that no camera sees for longer than this has ended its journey. */
  gapMinutes: z.int().min(5).max(240).default(30),
});
export type OriginDestinationInput = z.infer<typeof OriginDestinationInput>;

export const OriginDestination = z.object({
  queryId: Identifier,
  /** Journeys of at least five vehicles from the first camera that saw them to the last. */
  pairs: z.array(
    z.object({
      originCameraId: Identifier,
      destinationCameraId: Identifier,
      journeys: z.int().min(LEAST_VEHICLES),
      vehicles: z.int().min(LEAST_VEHICLES),
      medianSeconds: z.number().nonnegative(),
    }),
  ),
  /** Pairs with fewer vehicles, of which nothing else is told. */
  pairsWithheld: z.int().nonnegative(),
});
export type OriginDestination = z.infer<typeof OriginDestination>;

/** A question on record: who asked for figures that come from plates, and what for. */
export const TravelQueryRecord = z.object({
  id: Identifier,
  kind: z.enum(['travel-times', 'origin-destination']),
  at: Instant,
  byName: z.string(),
  purpose: z.string(),
  cameras: z.array(Identifier),
  from: Instant,
  to: Instant,
});
export type TravelQueryRecord = z.infer<typeof TravelQueryRecord>;
