import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { TrafficIncident } from './traffic-incident.ts';

/** Why an incident on the road raised an alert: what it is, and the lane as the view of that moment named it. */
export const TrafficIncidentCause = z.object({
  incident: TrafficIncident,
  laneName: z.string(),
  view: z.object({ id: Identifier, version: z.int().positive() }),
});
export type TrafficIncidentCause = z.infer<typeof TrafficIncidentCause>;
