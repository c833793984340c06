import { z } from 'zod';
import { Digest } from './digest.ts';
import { possibleMatchFields } from './faces/matches/possible-match.ts';
import { Box, Point } from './geometry.ts';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';
import { ObjectClass } from './object-class.ts';
import { PlateReading, PlateVote } from './plates/plate-reading.ts';
import { VehicleAttributes } from './plates/vehicle.ts';
import { LaneMinute } from './traffic/lane-measures.ts';
import { TrafficIncident } from './traffic/traffic-incident.ts';
import { EnforcementReference, SuspectedViolation } from './violations/suspected-violation.ts';

/** The object that an observation is about, as it was in the frame. */
const ObservedObject = z.object({
  class: ObjectClass,
  confidence: z.number().min(0).max(1),
  box: Box,
  track: z.int().positive(),
});

/** The rule that made an analyser speak. */
const RuleReference = z.object({ id: Identifier, version: z.int().positive() });

/** The version of a camera's traffic view that was measured with. */
const ViewReference = z.object({ id: Identifier, version: z.int().positive() });

/** What every observation says, of whatever kind. */
export const observationEnvelope = {
  id: Identifier,
  /** The AI system that reports. */
  system: z.string(),
  cameraId: Identifier,
  siteId: Identifier,
  /** When the camera took the picture, by the worker's clock. */
  capturedAt: Instant,
  /** Worker's clock minus the control plane's, in milliseconds, as last measured. */
  clockOffsetMs: z.number(),
  /** Made by the simulator, not by a camera. */
  simulated: z.boolean(),
  permitId: Identifier,
  modelDigest: Digest,
  configurationDigest: Digest,
  /** sha256 of the raw RGB pixels that the model saw. */
  frameDigest: Digest,
};

/** A face that resembles somebody on a list. Strict: a field that is not named here is no part of it, and is refused. */
export const PossibleFaceMatch = z.strictObject({
  ...observationEnvelope,
  kind: z.literal('face-match-possible'),
  ...possibleMatchFields,
});

/**
 * What an AI system reports. One variant per kind; a new system adds its kinds here.
 * `permit-denied` is the report that inference was refused.
 */
export const Observation = z.discriminatedUnion('kind', [
  z.object({
    ...observationEnvelope,
    kind: z.literal('line-crossed'),
    rule: RuleReference,
    object: ObservedObject,
    direction: z.enum(['forward', 'backward']),
  }),
  z.object({
    ...observationEnvelope,
    kind: z.literal('zone-entered'),
    rule: RuleReference,
    object: ObservedObject,
  }),
  z.object({
    ...observationEnvelope,
    kind: z.literal('loitering'),
    rule: RuleReference,
    object: ObservedObject,
    seconds: z.number().positive(),
  }),
  z.object({
    ...observationEnvelope,
    kind: z.literal('object-seen'),
    object: ObservedObject,
    firstSeenAt: Instant,
    lastSeenAt: Instant,
    /** Centres of the box's lower edge over the track's life, thinned to at most 32. */
    path: z.array(Point).max(32),
  }),
  z.object({
    ...observationEnvelope,
    kind: z.literal('plate-read'),
    /** What all reads of this passage say together. */
    reading: PlateReading,
    /** Of the plate in the best frame, whose digest the observation carries. */
    box: Box,
    /** Every frame's reading, in their order. */
    votes: z.array(PlateVote).min(1).max(64),
    vehicle: VehicleAttributes,
    /** The vehicle's track, or null for a plate without a detected vehicle. */
    track: z.int().positive().nullable(),
    firstSeenAt: Instant,
    lastSeenAt: Instant,
  }),
  PossibleFaceMatch,
  /** One lane over one minute. The frame is the last one of the minute. */
  z.object({
    ...observationEnvelope,
    kind: z.literal('lane-measured'),
    view: ViewReference,
    minute: LaneMinute,
  }),
  /** Something on the road; the frame is that in which it was certain. */
  z.object({
    ...observationEnvelope,
    kind: z.literal('traffic-incident'),
    view: ViewReference,
    incident: TrafficIncident,
  }),
  /**
   * What a vehicle seems to have done; the frame is that of its first crossing, or of the moment when it was certain.
   * Every instant in it is by the worker's clock, as `capturedAt` is.
   */
  z.object({
    ...observationEnvelope,
    kind: z.literal('violation-suspected'),
    /** Not called `rule`: rules of scenes are looked up by that name. */
    enforcement: EnforcementReference,
    view: ViewReference,
    /** The vehicle as it was in the frame. */
    object: ObservedObject,
    violation: SuspectedViolation,
  }),
]);
export type Observation = z.infer<typeof Observation>;
export type ObservationKind = Observation['kind'];

/** Inference that did not happen because the permit gate refused it. */
export const Denial = z.object({
  id: Identifier,
  system: z.string(),
  cameraId: Identifier.nullable(),
  at: Instant,
  permitId: Identifier.nullable(),
  modelDigest: Digest.nullable(),
  code: z.string(),
  reason: z.string(),
});
export type Denial = z.infer<typeof Denial>;
