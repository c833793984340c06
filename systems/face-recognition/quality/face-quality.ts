import { cropPicture } from '@amaan/vision/image/crop-picture';
import { measureImage } from '@amaan/vision/image/measure-image';
import type { Picture } from '@amaan/vision/image/picture';
import type { FaceBox } from '../finding/face-box.ts';
import { fivePointsOf, type Landmarks } from '../landmarks/landmarks.ts';
import { type HeadPose, headPoseOf } from './head-pose.ts';
import { FACE_PART, type FaceLight, measureLight } from './measure-light.ts';
import { type FaceVisibility, measureVisibility } from './measure-visibility.ts';

/** The parts of a face's quality, in the order in which advice names them when two are as bad. */
export const QUALITY_PARTS = ['size', 'pose', 'sharpness', 'light', 'visibility'] as const;
export type QualityPart = (typeof QUALITY_PARTS)[number];

/** How fit a face is to be compared. Every part is 0 (useless) to 1 (as good as it gets). */
export interface FaceQuality {
  readonly parts: Readonly<Record<QualityPart, number>>;
  /** The geometric mean of the parts, 0–1: one bad part cannot be made up for. */
  readonly total: number;
}

/** What quality is judged by. */
export interface QualityEvidence {
  /** As the detector found it, in pixels of the picture. */
  readonly box: FaceBox;
  readonly landmarks: Landmarks;
  /** The same points from another cut of the same face: what is hidden moves. */
  readonly again: Landmarks;
  /** 112 × 112 pixels. */
  readonly aligned: Picture;
}

/** What was measured, in the units of the things themselves. */
export interface QualityMeasurements extends FaceLight, FaceVisibility {
  /** Height of the face in pixels of the picture. */
  readonly height: number;
  readonly pose: HeadPose | null;
  /** Variance of the Laplacian over the square of the contrast: light alone does not change it. */
  readonly sharpness: number;
  /** Mean distance between the two sets of landmarks, as a part of the distance between the eyes. */
  readonly instability: number;
}

/**
 * From useless to good for each measure. Where they lie was read off faces of the packaged sample photographs that were
 * made smaller, blurred, darkened and covered, by how far that took them from themselves (`amaan bench faces`).
 */
const SCALES = {
  height: [20, 64],
  /** Degrees away from the camera. */
  turned: [62, 15],
  roll: [80, 45],
  /** On a scale of logarithms. */
  sharpness: [Math.log(0.00025), Math.log(0.006)],
  dark: [15, 55],
  bright: [248, 205],
  contrast: [12, 55],
  sideLight: [0.65, 0.15],
  instability: [0.26, 0.07],
  eyes: [0.02, 0.12],
  mouth: [0.02, 0.12],
  eyeLight: [0.12, 0.4],
  symmetry: [-0.4, 0.2],
} as const;

const FACE_BOX = {
  x: FACE_PART.left,
  y: FACE_PART.top,
  width: FACE_PART.right - FACE_PART.left,
  height: FACE_PART.bottom - FACE_PART.top,
};

/** Measures a face. */
export function measureQuality({ box, landmarks, again, aligned }: QualityEvidence): QualityMeasurements {
  const light = measureLight(aligned);
  const { sharpness } = measureImage(cropPicture(aligned, FACE_BOX) ?? aligned);
  return {
    height: box.height,
    pose: headPoseOf(landmarks),
    sharpness: sharpness / Math.max(1, light.contrast) ** 2,
    instability: instabilityOf(landmarks, again),
    ...light,
    ...measureVisibility(aligned, light.contrast),
  };
}

/** What measurements are worth. */
export function qualityOf(measured: QualityMeasurements): FaceQuality {
  const { pose } = measured;
  const parts = {
    size: within(measured.height, SCALES.height),
    pose: pose
      ? Math.min(
          within(Math.hypot(pose.yaw, pose.pitch), SCALES.turned),
          within(Math.abs(pose.roll), SCALES.roll),
        )
      : 0,
    sharpness: within(Math.log(Math.max(1e-9, measured.sharpness)), SCALES.sharpness),
    light: Math.min(
      within(measured.exposure, SCALES.dark),
      within(measured.exposure, SCALES.bright),
      within(measured.contrast, SCALES.contrast),
      within(measured.sideLight, SCALES.sideLight),
    ),
    visibility: Math.min(
      within(measured.instability, SCALES.instability),
      within(measured.eyes, SCALES.eyes),
      within(measured.mouth, SCALES.mouth),
      within(measured.eyeLight, SCALES.eyeLight),
      within(measured.symmetry, SCALES.symmetry),
    ),
  };
  const product = QUALITY_PARTS.reduce((so, part) => so * parts[part], 1);
  return { parts, total: product ** (1 / QUALITY_PARTS.length) };
}

/** The least that each part and the total must have for a face to be searched or enrolled. */
export interface QualityFloor {
  readonly part: number;
  readonly total: number;
}

/**
 * The part because of which a face is not fit to be compared: the worst that lies below the floor, or the worst of all
 * where only the total does.
 * @returns null when the face is fit.
 */
export function failedPart({ parts, total }: FaceQuality, floor: QualityFloor): QualityPart | null {
  const worst = QUALITY_PARTS.reduce((a, b) => (parts[b] < parts[a] ? b : a));
  return parts[worst] < floor.part || total < floor.total ? worst : null;
}

/** Where a value lies between useless and good, 0–1. */
function within(value: number, [useless, good]: readonly [number, number]): number {
  return Math.min(1, Math.max(0, (value - useless) / (good - useless)));
}

function instabilityOf(landmarks: Landmarks, again: Landmarks): number {
  const [left, right] = fivePointsOf(landmarks);
  const between = Math.max(1e-6, Math.hypot(left.x - right.x, left.y - right.y));
  const moved = landmarks.reduce(
    (sum, point, index) => sum + Math.hypot(point.x - again[index]!.x, point.y - again[index]!.y),
    0,
  );
  return moved / landmarks.length / between;
}
