import { z } from 'zod';
import { Position } from '../geometry.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { PlateText } from './plate-reading.ts';
import { SearchScope, Sighting } from './sighting.ts';

/** From one sighting of a vehicle to the next. */
export const JourneyLeg = z.object({
  fromId: Identifier,
  toId: Identifier,
  seconds: z.number().nonnegative(),
  /** Along the likely route where roads are known, else as the crow flies; null without positions. */
  metres: z.number().nonnegative().nullable(),
  /** Km/h that the vehicle must have driven at least; null without positions. */
  speed: z.number().nonnegative().nullable(),
  /** Likely route, or a straight line where no roads are known. */
  route: z.array(Position),
  onRoads: z.boolean(),
  /** The vehicle was out of sight so long that it must have stopped or left the cameras' area. */
  gap: z.boolean(),
  /** No road speed explains it. */
  impossible: z.boolean(),
});
export type JourneyLeg = z.infer<typeof JourneyLeg>;

export const Journey = z.object({
  plate: PlateText,
  sightings: z.array(Sighting),
  legs: z.array(JourneyLeg),
});
export type Journey = z.infer<typeof Journey>;

/** A vehicle that was seen near another again and again. */
export const ConvoyCandidate = z.object({
  plate: PlateText,
  /** Cameras that saw both within the time. */
  cameras: z.int().positive(),
  meetings: z.array(
    z.object({ cameraId: Identifier, at: Instant, otherAt: Instant, secondsApart: z.number() }),
  ),
  /** How many such meetings chance would bring, given how often it passes these cameras. */
  expected: z.number().nonnegative(),
});
export type ConvoyCandidate = z.infer<typeof ConvoyCandidate>;

/** Why one plate seems to be on two vehicles. */
export const CloneSuspicion = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('impossible-travel'),
    plate: PlateText,
    otherId: Identifier,
    otherCapturedAt: Instant,
    otherCameraId: Identifier,
    metres: z.number().nonnegative(),
    seconds: z.number().nonnegative(),
    /** Km/h that it would take; null when both were at once. */
    speed: z.number().nonnegative().nullable(),
    limit: z.number().positive(),
  }),
  z.object({
    kind: z.literal('registry-contradiction'),
    plate: PlateText,
    differences: z.array(
      z.object({ field: z.enum(['class', 'colour']), seen: z.string(), registered: z.string() }),
    ),
  }),
]);
export type CloneSuspicion = z.infer<typeof CloneSuspicion>;

const Span = {
  plate: PlateText,
  from: Instant,
  to: Instant,
  reason: z.string().trim().min(10).max(1000),
  scope: SearchScope.default('case-site'),
};

/** The journey of one plate. Case and purpose come with the stated purpose of the session. */
export const JourneyInput = z
  .object(Span)
  .refine(({ from, to }) => from < to, 'the journey ends before it begins');
export type JourneyInput = z.infer<typeof JourneyInput>;

/** Who travelled with one plate: at so many cameras at least, so many seconds apart at most. */
export const ConvoyInput = z
  .object({ ...Span, cameras: z.int().min(2).max(50), seconds: z.int().min(1).max(600) })
  .refine(({ from, to }) => from < to, 'the time ends before it begins');
export type ConvoyInput = z.infer<typeof ConvoyInput>;

/** A camera that the vehicle of an alert can come past next. */
export const NextCamera = z.object({
  cameraId: Identifier,
  cameraName: z.string(),
  position: Position,
  metres: z.number().nonnegative(),
  /** The soonest that a hurried driver can be there. */
  earliestAt: Instant,
  onRoads: z.boolean(),
});
export type NextCamera = z.infer<typeof NextCamera>;
