import { z } from 'zod';
import { LineSegment, Polygon } from '../geometry.ts';
import { Identifier } from '../identifier.ts';
import { Calibration, CalibrationInput } from './calibration.ts';

/** Names a lane within its view (or its junction): small letters, digits and hyphens. */
export const LaneId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);
export type LaneId = z.infer<typeof LaneId>;

export const MOVEMENTS = ['left', 'through', 'right', 'u-turn'] as const;
export const Movement = z.enum(MOVEMENTS);
export type Movement = z.infer<typeof Movement>;

const Line = LineSegment.refine(([[ax, ay], [bx, by]]) => ax !== bx || ay !== by, {
  message: 'A line needs two different points.',
});

/** One lane as a person draws it on the picture. */
export const TrafficLane = z.object({
  id: LaneId,
  name: z.string().trim().min(1).max(80),
  /** The road and direction that the lane belongs to; lanes of one approach have the same text. */
  approach: z.string().trim().min(1).max(80),
  /** Compass bearing that its traffic drives in, in degrees from north; null: not known. */
  bearing: z.number().min(0).lt(360).nullable().default(null),
  /** The lane's surface on the picture. */
  polygon: Polygon,
  /** From where its vehicles come to where they go, along its middle. */
  travel: Line,
  /** A vehicle counts when it crosses this line; its speed is the speed there. */
  countingLine: Line,
  /** A second line further on, for speed without a calibration of the picture. */
  exit: z
    .object({ line: Line, distanceM: z.number().min(2).max(500) })
    .nullable()
    .default(null),
  /** Where vehicles wait for the signal; null: the lane has none, and no control delay. */
  stopLine: Line.nullable().default(null),
  speedLimitKmh: z.number().min(5).max(200).nullable().default(null),
  movements: z.array(Movement).max(4).default([]),
  /** The lane of a junction that this is, where it feeds a signal. */
  junction: z
    .object({ id: Identifier, laneId: z.string().min(1).max(80) })
    .nullable()
    .default(null),
});
export type TrafficLane = z.infer<typeof TrafficLane>;

const common = {
  name: z.string().trim().min(1).max(80),
  lanes: z
    .array(TrafficLane)
    .min(1)
    .max(32)
    .refine((lanes) => new Set(lanes.map(({ id }) => id)).size === lanes.length, {
      message: 'Two lanes have the same id.',
    }),
  /** Where people may walk over the lanes: nobody there is reported. */
  crossings: z.array(Polygon).max(16).default([]),
  /** Where vehicles may stand for long, such as a bus stop: none there is reported. */
  standing: z.array(Polygon).max(16).default([]),
};

/**
 * What a camera's picture means for traffic. Without a calibration vehicles are counted, with their headways and
 * occupancy; figures that need metres are null.
 */
export const TrafficViewInput = z.object({
  ...common,
  calibration: CalibrationInput.nullable().default(null),
});
export type TrafficViewInput = z.infer<typeof TrafficViewInput>;

/** A view whose calibration was checked: what measuring works with. */
export const CheckedTrafficView = z.object({ ...common, calibration: Calibration.nullable() });
export type CheckedTrafficView = z.infer<typeof CheckedTrafficView>;

/** A view as stored: every change makes a new version, so that a figure names the view that it came from. */
export const TrafficView = CheckedTrafficView.extend({
  id: Identifier,
  cameraId: Identifier,
  version: z.int().positive(),
});
export type TrafficView = z.infer<typeof TrafficView>;
