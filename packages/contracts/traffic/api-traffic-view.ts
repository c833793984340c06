import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { CalibrationBudget, CalibrationDrift, CalibrationInput, Homography } from './calibration.ts';
import { LaneId, TrafficLane, TrafficView, TrafficViewInput } from './traffic-view.ts';

/** Lanes and calibration of a camera as somebody wants to save them. */
export const TrafficViewChange = z.object({
  view: TrafficViewInput,
  /** The version that the person saw, so that nobody overwrites what they did not see; 0: there was none. */
  seen: z.int().nonnegative(),
  /** Why, for whoever reads the history. */
  note: z.string().trim().max(500).default(''),
});
export type TrafficViewChange = z.infer<typeof TrafficViewChange>;

/** Why something of a view cannot be measured, though the view can be saved. */
export const TrafficViewWarning = z.object({
  /** Null: it is about the whole view. */
  laneId: LaneId.nullable(),
  /** Stable, for example `LANE_OUTSIDE_USABLE`. */
  code: z.string(),
  /** One sentence. */
  message: z.string(),
});
export type TrafficViewWarning = z.infer<typeof TrafficViewWarning>;

/** What is asked before anything is saved. */
export const CalibrationPreviewInput = z.object({
  calibration: CalibrationInput,
  /** Checked against the calibration; left out: the calibration alone. */
  lanes: z.array(TrafficLane).max(32).default([]),
});
export type CalibrationPreviewInput = z.infer<typeof CalibrationPreviewInput>;

/** What a calibration is worth, worked out and not saved. */
export const CalibrationPreview = z.object({
  homography: Homography,
  budget: CalibrationBudget,
  warnings: z.array(TrafficViewWarning),
});
export type CalibrationPreview = z.infer<typeof CalibrationPreview>;

export const CALIBRATION_STATES = ['none', 'unwatched', 'steady', 'unclear', 'moved'] as const;

/** How the calibration of the view in force stands. */
export const CalibrationStanding = z.object({
  /** `unwatched`: no worker has taken anchors yet. `moved`: no speeds are measured until it is calibrated anew. */
  state: z.enum(CALIBRATION_STATES),
  /** Last told by a worker; null: never. */
  at: Instant.nullable(),
  drift: CalibrationDrift.nullable(),
});
export type CalibrationStanding = z.infer<typeof CalibrationStanding>;

/** One version of a view in its history. */
export const TrafficViewVersion = z.object({
  version: z.int().positive(),
  at: Instant,
  byName: z.string(),
  note: z.string(),
  lanes: z.int().nonnegative(),
  calibrated: z.boolean(),
  /** Null: in force. */
  retiredAt: Instant.nullable(),
});
export type TrafficViewVersion = z.infer<typeof TrafficViewVersion>;

/** Lanes and calibration of one camera, and how they stand. */
export const CameraTraffic = z.object({
  cameraId: Identifier,
  /** Null: nothing is measured on this camera. */
  view: TrafficView.nullable(),
  calibration: CalibrationStanding,
  warnings: z.array(TrafficViewWarning),
  /** Newest first. */
  history: z.array(TrafficViewVersion),
  /** When its last minute ended that is stored; null: none is. */
  lastMeasuredAt: Instant.nullable(),
  /** Why nothing is measured now though lanes are drawn; null: it is, or there are none. */
  stopped: z.string().nullable(),
});
export type CameraTraffic = z.infer<typeof CameraTraffic>;
