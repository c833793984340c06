import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { TimeZone, TrafficStep } from './api-lanes.ts';

/** Which figures a program fetches. Without a period: the last whole interval. */
export const PublishedQuery = z.object({
  siteId: Identifier.optional(),
  cameraId: Identifier.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  step: TrafficStep.default('1m'),
  timeZone: TimeZone.default('Asia/Karachi'),
  /** `true`: of simulated cameras alone. What is simulated and what is real is never in one answer. */
  simulated: z.enum(['true', 'false']).default('false'),
});
export type PublishedQuery = z.infer<typeof PublishedQuery>;

/** A normalised NGSI-LD entity `TrafficFlowObserved` (FIWARE Smart Data Models, dataModel.Transportation). */
export const PublishedEntity = z.record(z.string(), z.unknown());
export type PublishedEntity = z.infer<typeof PublishedEntity>;
