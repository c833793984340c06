import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { CalibrationAnchors, CalibrationDrift } from './calibration.ts';
import { TrafficView } from './traffic-view.ts';

/** What a worker measures with. */
export const AssignedTrafficView = z.object({
  view: TrafficView,
  /** The camera was found to have moved since: what needs metres is not measured until it is calibrated anew. */
  moved: z.boolean(),
});
export type AssignedTrafficView = z.infer<typeof AssignedTrafficView>;

/** An incident on the road that a worker reported is over. */
export const TrafficIncidentOver = z.object({
  observationId: Identifier,
  capturedAt: Instant,
  cameraId: Identifier,
  ended: Instant,
});
export type TrafficIncidentOver = z.infer<typeof TrafficIncidentOver>;

const ofView = { cameraId: Identifier, viewId: Identifier, version: z.int().positive() };

/** What a moved camera is told by, taken from the first pictures after it was calibrated. */
export const CalibrationAnchorsTaken = z.object({ ...ofView, anchors: CalibrationAnchors });
export type CalibrationAnchorsTaken = z.infer<typeof CalibrationAnchorsTaken>;

/** The verdict on a camera's calibration has changed. */
export const CalibrationDrifted = z.object({ ...ofView, at: Instant, drift: CalibrationDrift });
export type CalibrationDrifted = z.infer<typeof CalibrationDrifted>;
