import { z } from 'zod';
import { ALERT_STATES } from '../alert.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { TrafficIncident, TrafficIncidentKind } from './traffic-incident.ts';

/** An incident on the road as it is stored. */
export const TrafficIncidentEntry = z.object({
  /** Of its observation. */
  id: Identifier,
  capturedAt: Instant,
  cameraId: Identifier,
  cameraName: z.string(),
  siteId: Identifier,
  simulated: z.boolean(),
  laneName: z.string().nullable(),
  incident: TrafficIncident,
  /** Null: it goes on, or its end was not seen. */
  ended: Instant.nullable(),
  alert: z.object({ id: Identifier, state: z.enum(ALERT_STATES) }).nullable(),
});
export type TrafficIncidentEntry = z.infer<typeof TrafficIncidentEntry>;

export const TrafficIncidentQuery = z.object({
  siteId: Identifier.optional(),
  cameraId: Identifier.optional(),
  kind: TrafficIncidentKind.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  /** `true`: only those that go on. */
  open: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TrafficIncidentQuery = z.infer<typeof TrafficIncidentQuery>;
