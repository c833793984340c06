import { z } from 'zod';
import { Position } from '../geometry.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { CALIBRATION_STATES } from './api-traffic-view.ts';
import { LaneFigures, LevelOfService } from './lane-measures.ts';
import { LaneId, Movement, TrafficLane } from './traffic-view.ts';

/** Lengths of the intervals that figures are given for. Hours and days begin by the clock of the time zone asked for. */
export const TRAFFIC_STEPS = ['1m', '5m', '15m', '1h', '1d'] as const;
export const TrafficStep = z.enum(TRAFFIC_STEPS);
export type TrafficStep = z.infer<typeof TrafficStep>;

/** A lane of the view in force of a camera. */
export const LaneEntry = z.object({
  cameraId: Identifier,
  cameraName: z.string(),
  siteId: Identifier,
  simulated: z.boolean(),
  position: Position.nullable(),
  viewId: Identifier,
  version: z.int().positive(),
  laneId: LaneId,
  laneName: z.string(),
  approach: z.string(),
  bearing: z.number().nullable(),
  movements: z.array(Movement),
  /** The lane of a junction that this is; null: it leads to no signal that is known. */
  junction: TrafficLane.shape.junction.unwrap().optional(),
  speedLimitKmh: z.number().nullable(),
  calibration: z.enum(CALIBRATION_STATES),
  /** The end of its last minute that is stored; null: none is. */
  lastMeasuredAt: Instant.nullable(),
});
export type LaneEntry = z.infer<typeof LaneEntry>;

export const LaneListQuery = z.object({
  siteId: Identifier.optional(),
  cameraId: Identifier.optional(),
});
export type LaneListQuery = z.infer<typeof LaneListQuery>;

/** From when to when; `to` is not part of it. */
const period = { from: Instant, to: Instant };

/** A time zone by its name in the IANA database, for example `Asia/Karachi`: hours and days are those of its clocks. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((name) => isTimeZone(name), { message: 'There is no such time zone.' });

export const LaneSeriesQuery = z.object({
  ...period,
  step: TrafficStep,
  timeZone: TimeZone.default('Asia/Karachi'),
  /** One lane; left out with `approach`: every lane of the camera, each by itself. */
  laneId: LaneId.optional(),
  /** All lanes of an approach, added up. */
  approach: z.string().max(80).optional(),
});
export type LaneSeriesQuery = z.infer<typeof LaneSeriesQuery>;

/** One interval; `figures` null: nothing was seen in it, which is a gap and not an empty road. */
export const SeriesPoint = z.object({ from: Instant, to: Instant, figures: LaneFigures.nullable() });
export type SeriesPoint = z.infer<typeof SeriesPoint>;

/** The figures of one lane, or of all lanes of an approach added up, over time; every interval is there. */
export const LaneSeries = z.object({
  cameraId: Identifier,
  /** Null: of the whole approach. */
  laneId: LaneId.nullable(),
  laneName: z.string(),
  approach: z.string(),
  step: TrafficStep,
  timeZone: z.string(),
  points: z.array(SeriesPoint),
});
export type LaneSeries = z.infer<typeof LaneSeries>;

export const FlowMapQuery = z.object({
  siteId: Identifier.optional(),
  /** Minutes up to now that the figures are over. */
  minutes: z.coerce.number().int().min(1).max(60).default(5),
  /** `west,south,east,north`; left out: everywhere. */
  area: z
    .string()
    .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/, 'An area is west,south,east,north in degrees.')
    .optional(),
});
export type FlowMapQuery = z.infer<typeof FlowMapQuery>;

/** What a map shows of one approach. */
export const FlowProperties = z.object({
  cameraId: Identifier,
  cameraName: z.string(),
  siteId: Identifier,
  simulated: z.boolean(),
  approach: z.string(),
  lanes: z.array(LaneId),
  bearing: z.number().nullable(),
  speedLimitKmh: z.number().nullable(),
  /** Vehicles an hour of all its lanes; null: nothing was seen. */
  flowVehPerHour: z.number().nullable(),
  speedKmh: z.number().nullable(),
  densityVehPerKm: z.number().nullable(),
  queueMetres: z.number().nullable(),
  delaySeconds: z.number().nullable(),
  /** Of the worst lane that has one. */
  levelOfService: LevelOfService.nullable(),
  /** Share of the time that was seen. */
  coverage: z.number().min(0).max(1),
});
export type FlowProperties = z.infer<typeof FlowProperties>;

/**
 * GeoJSON of approaches (RFC 7946): a short line that ends at the camera and runs the way the traffic drives, or the
 * camera's place where the bearing is not known.
 */
export const FlowMap = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('LineString'), coordinates: z.array(Position).min(2) }),
        z.object({ type: z.literal('Point'), coordinates: Position }),
      ]),
      properties: FlowProperties,
    }),
  ),
});
export type FlowMap = z.infer<typeof FlowMap>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
