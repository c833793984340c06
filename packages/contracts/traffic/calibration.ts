import { z } from 'zod';
import { Point, Polygon } from '../geometry.ts';

/** Size in pixels of the picture that marks were set on; errors in pixels are pixels of this picture. */
export const PictureSize = z.object({
  width: z.int().min(64).max(16_384),
  height: z.int().min(64).max(16_384),
});
export type PictureSize = z.infer<typeof PictureSize>;

const Metres = z.number().positive().max(1000);

const common = {
  picture: PictureSize,
  /** Standard error of a mark that a person set, in pixels and in each direction. */
  markErrorPx: z.number().min(0.05).max(20).default(1),
  /** Standard error of a vehicle's foot point as the detector finds it, in pixels and in each direction. */
  footErrorPx: z.number().min(0.05).max(50).default(2),
  /** Speeds up to this one have to be good: what the budget is stated for, and where the picture may be used. */
  fastestKmh: z.number().min(20).max(200).default(80),
};

/**
 * What a person marks on a camera's picture so that places on the road can be told in metres.
 *
 * Ground coordinates are metres on the road's plane: x across the road, y along it, the first mark at (0, 0).
 */
export const CalibrationInput = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('rectangle'),
    ...common,
    /** The four corners of a rectangle on the road in their order round it; the first side runs across the road. */
    corners: z.tuple([Point, Point, Point, Point]),
    /** Length of the side from the first corner to the second, and from the third to the fourth. */
    acrossM: Metres,
    /** Length of the side from the second corner to the third, and from the fourth to the first. */
    alongM: Metres,
  }),
  z.object({
    method: z.literal('lane-marks'),
    ...common,
    /** Marks on the left line of a lane in their order along it, for example where each dash begins. */
    left: z.array(Point).min(2).max(32),
    /** Marks on its right line, in the same order. */
    right: z.array(Point).min(2).max(32),
    laneWidthM: Metres,
    /** From one mark to the next along a line. */
    spacingM: Metres,
    /** How far the first mark of the right line is ahead of the first one of the left line; 0: opposite. */
    rightAheadM: z.number().min(-1000).max(1000).default(0),
  }),
]);
export type CalibrationInput = z.infer<typeof CalibrationInput>;

/** Row by row; takes `[x, y, 1]` in fractions of the picture to ground metres `[X·w, Y·w, w]`, with w > 0 on the road. */
export const Homography = z.tuple([
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
]);
export type Homography = z.infer<typeof Homography>;

/** What a speed is worth at one place of the picture, as standard errors. */
export const PlaceBudget = z.object({
  at: Point,
  /** Metres of road along its direction that one pixel covers. */
  metresPerPx: z.number().positive(),
  /** Of a vehicle's place along the road in one frame, from the detector. */
  placeErrorM: z.number().nonnegative(),
  /** Share by which all speeds here are wrong together, from the marks. */
  scaleErrorShare: z.number().nonnegative(),
  /** Of one vehicle's speed at the budget's reference, both causes together. */
  speedErrorKmh: z.number().nonnegative(),
});
export type PlaceBudget = z.infer<typeof PlaceBudget>;

/** Where in the picture a calibration may be used, and how good it is there. */
export const CalibrationBudget = z.object({
  /** What the speed errors below are stated for: a vehicle this fast (the input's `fastestKmh`), followed for this long at this rate. */
  referenceKmh: z.number().positive(),
  referenceMetres: z.number().positive(),
  referenceRate: z.number().positive(),
  /** A place is usable where a speed's standard error is at most this at the reference. */
  limitKmh: z.number().positive(),
  /** How far the marks are from where the fit puts them (root mean square); null where four marks fit exactly. */
  fitErrorPx: z.number().nonnegative().nullable(),
  /** On a grid over the picture; the horizon and what is above it are left out. */
  places: z.array(PlaceBudget).max(1024),
  /** The part of the picture to use; null: nowhere is good enough. */
  usable: Polygon.nullable(),
});
export type CalibrationBudget = z.infer<typeof CalibrationBudget>;

/** A small, still piece of the picture at calibration, to find again later. */
export const CalibrationAnchor = z.object({
  /** Its middle. */
  at: Point,
  /** Grey levels 0–255 of a square of pixels, row by row, at the width `anchorsWidth`. */
  levels: z.array(z.int().min(0).max(255)).min(25).max(1024),
});
export type CalibrationAnchor = z.infer<typeof CalibrationAnchor>;

/** Anchors and the width of the picture, in pixels, that they were cut from. */
export const CalibrationAnchors = z.object({
  pictureWidth: z.int().positive(),
  pictureHeight: z.int().positive(),
  anchors: z.array(CalibrationAnchor).max(32),
});
export type CalibrationAnchors = z.infer<typeof CalibrationAnchors>;

/** A calibration that was checked: what was marked, and all that follows from it. */
export const Calibration = z.object({
  input: CalibrationInput,
  homography: Homography,
  budget: CalibrationBudget,
  /** What drift is found by; null: none were taken yet, and drift is not watched. */
  anchors: CalibrationAnchors.nullable(),
});
export type Calibration = z.infer<typeof Calibration>;

export const DRIFT_VERDICTS = ['steady', 'moved', 'unclear'] as const;

/** How far the camera has moved since it was calibrated. */
export const CalibrationDrift = z.object({
  /** `unclear`: too few anchors were found again to tell, for example at night or behind a lorry. */
  verdict: z.enum(DRIFT_VERDICTS),
  /** Pixels of the calibration's picture; null when unclear. */
  movedPx: z.number().nonnegative().nullable(),
  shiftPx: z.tuple([z.number(), z.number()]).nullable(),
  /** Anchors that were found again, and all. */
  found: z.int().nonnegative(),
  anchors: z.int().nonnegative(),
});
export type CalibrationDrift = z.infer<typeof CalibrationDrift>;
