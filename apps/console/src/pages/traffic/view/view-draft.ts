import type { Point } from '@amaan/contracts/geometry';
import type { CalibrationInput, PictureSize } from '@amaan/contracts/traffic/calibration';
import {
  type Movement,
  type TrafficLane,
  type TrafficView,
  TrafficViewInput,
} from '@amaan/contracts/traffic/traffic-view';
import type { DrawnShape } from '../../../picture/drawn-shape.ts';

/** What is drawn of a lane. */
export const LANE_PARTS = ['polygon', 'travel', 'countingLine', 'stopLine', 'exit'] as const;
export type LanePart = (typeof LANE_PARTS)[number];
/** Without these a lane cannot be measured. */
export const NEEDED_PARTS: readonly LanePart[] = ['polygon', 'travel', 'countingLine'];

export type Shapes<Part extends string> = { readonly [Key in Part]: DrawnShape | null };

/** A lane while it is drawn and filled in. */
export interface LaneDraft extends Shapes<LanePart> {
  readonly id: string;
  readonly name: string;
  readonly approach: string;
  readonly bearing: number | null;
  readonly speedLimitKmh: number | null;
  readonly movements: readonly Movement[];
  /** Metres from the counting line to the exit line. */
  readonly exitDistanceM: number | null;
  readonly junction: TrafficLane['junction'];
}

export const MARK_PARTS = ['corners', 'left', 'right'] as const;
export type MarkPart = (typeof MARK_PARTS)[number];

/** Marks of known distances while they are drawn and filled in. */
export interface CalibrationDraft extends Shapes<MarkPart> {
  readonly method: CalibrationInput['method'];
  readonly acrossM: number | null;
  readonly alongM: number | null;
  readonly laneWidthM: number | null;
  readonly spacingM: number | null;
  readonly rightAheadM: number;
  readonly markErrorPx: number;
  readonly footErrorPx: number;
  /** Speeds up to this one have to be good. */
  readonly fastestKmh: number;
}

/** A camera's traffic view while it is changed. */
export interface ViewDraft {
  readonly name: string;
  readonly lanes: readonly LaneDraft[];
  readonly calibration: CalibrationDraft | null;
  /** Areas that are kept as they are; they are drawn by whoever sets up many cameras. */
  readonly crossings: TrafficView['crossings'];
  readonly standing: TrafficView['standing'];
}

const area = (points: readonly Point[]): DrawnShape => ({ shape: 'zone', points, closed: true });
const line = (points: readonly Point[]): DrawnShape => ({ shape: 'line', points, closed: true });
const path = (points: readonly Point[]): DrawnShape => ({ shape: 'path', points, closed: true });

/** The empty shape of a part, ready to be drawn. */
export function emptyShape(part: LanePart | MarkPart): DrawnShape {
  const common = { points: [], closed: false };
  if (part === 'polygon') return { ...common, shape: 'zone' };
  if (part === 'corners') return { ...common, shape: 'zone', corners: 4 };
  if (part === 'left' || part === 'right') return { ...common, shape: 'path' };
  return { ...common, shape: 'line' };
}

export function newView(): ViewDraft {
  return { name: '', lanes: [], calibration: null, crossings: [], standing: [] };
}

/** A lane that nothing is drawn of yet, with an id that the view does not have. */
export function newLane(lanes: readonly LaneDraft[]): LaneDraft {
  let number = lanes.length + 1;
  while (lanes.some(({ id }) => id === `lane-${number}`)) number += 1;
  return {
    id: `lane-${number}`,
    name: '',
    // The next lane most often belongs to the road of the last one.
    approach: lanes.at(-1)?.approach ?? '',
    bearing: lanes.at(-1)?.bearing ?? null,
    speedLimitKmh: lanes.at(-1)?.speedLimitKmh ?? null,
    movements: [],
    exitDistanceM: null,
    junction: null,
    polygon: null,
    travel: null,
    countingLine: null,
    stopLine: null,
    exit: null,
  };
}

export function newCalibration(method: CalibrationInput['method']): CalibrationDraft {
  return {
    method,
    acrossM: null,
    alongM: null,
    laneWidthM: null,
    spacingM: null,
    rightAheadM: 0,
    markErrorPx: 1,
    footErrorPx: 2,
    fastestKmh: 80,
    corners: null,
    left: null,
    right: null,
  };
}

export function draftOfView({ name, lanes, calibration, crossings, standing }: TrafficView): ViewDraft {
  return {
    name,
    crossings,
    standing,
    lanes: lanes.map(draftOfLane),
    calibration: calibration === null ? null : draftOfCalibration(calibration.input),
  };
}

function draftOfLane({ polygon, travel, countingLine, stopLine, exit, ...words }: TrafficLane): LaneDraft {
  return {
    ...words,
    polygon: area(polygon),
    travel: line(travel),
    countingLine: line(countingLine),
    stopLine: stopLine === null ? null : line(stopLine),
    exit: exit === null ? null : line(exit.line),
    exitDistanceM: exit?.distanceM ?? null,
  };
}

function draftOfCalibration(input: CalibrationInput): CalibrationDraft {
  const { markErrorPx, footErrorPx, fastestKmh } = input;
  const empty = { ...newCalibration(input.method), markErrorPx, footErrorPx, fastestKmh };
  if (input.method === 'rectangle') {
    const { corners, acrossM, alongM } = input;
    return { ...empty, acrossM, alongM, corners: { ...area(corners), corners: 4 } };
  }
  const { left, right, laneWidthM, spacingM, rightAheadM } = input;
  return { ...empty, laneWidthM, spacingM, rightAheadM, left: path(left), right: path(right) };
}

const drawn = (shape: DrawnShape | null) =>
  shape?.closed ? shape.points.map(([x, y]): Point => [x, y]) : null;

/**
 * The marks as the contract takes them; null while a mark or length is missing.
 * @param picture the size in pixels of the picture that was drawn on
 */
export function inputOfCalibration(draft: CalibrationDraft, picture: PictureSize): CalibrationInput | null {
  const { markErrorPx, footErrorPx, fastestKmh } = draft;
  const common = { picture, markErrorPx, footErrorPx, fastestKmh };
  if (draft.method === 'rectangle') {
    const corners = drawn(draft.corners);
    const { acrossM, alongM } = draft;
    if (corners?.length !== 4 || acrossM === null || alongM === null) return null;
    return {
      ...common,
      method: 'rectangle',
      corners: corners as [Point, Point, Point, Point],
      acrossM,
      alongM,
    };
  }
  const [left, right] = [drawn(draft.left), drawn(draft.right)];
  const { laneWidthM, spacingM, rightAheadM } = draft;
  if (left === null || right === null || laneWidthM === null || spacingM === null) return null;
  return { ...common, method: 'lane-marks', left, right, laneWidthM, spacingM, rightAheadM };
}

/** What still stands between a lane and being saved. */
export type LaneProblem =
  | { readonly code: 'no-name' | 'no-approach' | 'no-exit-distance' }
  | { readonly code: 'not-drawn'; readonly part: LanePart };

export function problemsOfLane(lane: LaneDraft): LaneProblem[] {
  return [
    ...(lane.name.trim() === '' ? [{ code: 'no-name' as const }] : []),
    ...(lane.approach.trim() === '' ? [{ code: 'no-approach' as const }] : []),
    ...NEEDED_PARTS.filter((part) => drawn(lane[part]) === null).map((part) => ({
      code: 'not-drawn' as const,
      part,
    })),
    ...(drawn(lane.exit) !== null && lane.exitDistanceM === null
      ? [{ code: 'no-exit-distance' as const }]
      : []),
  ];
}

/**
 * The view as the contract takes it; null while something is missing or against the contract, which
 * `problemsOfLane` and the forms say in words.
 */
export function inputOfView(draft: ViewDraft, picture: PictureSize): TrafficViewInput | null {
  const calibration = draft.calibration === null ? null : inputOfCalibration(draft.calibration, picture);
  if (draft.calibration !== null && calibration === null) return null;
  const { name, crossings, standing } = draft;
  const input = { name, crossings, standing, calibration, lanes: draft.lanes.map(inputOfLane) };
  return TrafficViewInput.safeParse(input).data ?? null;
}

/** A lane as the contract takes it, where it is complete. */
function inputOfLane({ exitDistanceM, ...lane }: LaneDraft) {
  const exit = drawn(lane.exit);
  return {
    ...lane,
    polygon: drawn(lane.polygon),
    travel: drawn(lane.travel),
    countingLine: drawn(lane.countingLine),
    stopLine: drawn(lane.stopLine),
    exit: exit === null ? null : { line: exit, distanceM: exitDistanceM },
  };
}
