import { z } from 'zod';
import { Box } from '../geometry.ts';
import { Instant } from '../instant.ts';
import { ObjectClass } from '../object-class.ts';
import { LaneId } from './traffic-view.ts';

export const TRAFFIC_INCIDENT_KINDS = [
  'stopped-vehicle',
  'wrong-way',
  'sudden-queue',
  'pedestrian-on-carriageway',
  'congestion-onset',
] as const;
export const TrafficIncidentKind = z.enum(TRAFFIC_INCIDENT_KINDS);
export type TrafficIncidentKind = z.infer<typeof TrafficIncidentKind>;

/** Something on the road that a person should look at. It is reported once, however long it lasts. */
export const TrafficIncident = z.object({
  kind: TrafficIncidentKind,
  laneId: LaneId,
  /** When it began, by the pictures: the vehicle came to rest, the person stepped on the lane. */
  began: Instant,
  /** When it was certain enough to report. */
  noticed: Instant,
  secondsToDetect: z.number().nonnegative(),
  /** The vehicle or person that it is about, as seen when it was noticed; null for a queue or congestion. */
  object: z
    .object({
      class: ObjectClass,
      confidence: z.number().min(0).max(1),
      box: Box,
      track: z.int().positive(),
    })
    .nullable(),
  /** Where to look: the object, or the lane. */
  box: Box,
  /** What it was told by, where measured. */
  queueVehicles: z.int().nonnegative().nullable(),
  speedKmh: z.number().nullable(),
});
export type TrafficIncident = z.infer<typeof TrafficIncident>;

/** An incident's end: what was reported is over. */
export const TrafficIncidentEnd = z.object({
  kind: TrafficIncidentKind,
  laneId: LaneId,
  track: z.int().positive().nullable(),
  began: Instant,
  ended: Instant,
});
export type TrafficIncidentEnd = z.infer<typeof TrafficIncidentEnd>;
