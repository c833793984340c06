import type { Point } from '@amaan/contracts/geometry';
import { newIdentifier } from '@amaan/contracts/identifier';
import { CalibrationInput } from '@amaan/contracts/traffic/calibration';
import { TrafficView } from '@amaan/contracts/traffic/traffic-view';
import { describe, expect, test } from 'vitest';
import { closed, type DrawnShape, withPoint } from '../../../picture/drawn-shape.ts';
import {
  draftOfView,
  emptyShape,
  inputOfCalibration,
  inputOfView,
  type LaneDraft,
  type LanePart,
  type MarkPart,
  newCalibration,
  newLane,
  newView,
  problemsOfLane,
} from './view-draft.ts';

const PICTURE = { width: 1280, height: 720 };
const CORNERS: Point[] = [
  [0.4, 0.4],
  [0.6, 0.4],
  [0.8, 0.9],
  [0.2, 0.9],
];

const draw = (part: LanePart | MarkPart, points: readonly Point[]) =>
  closed(points.reduce(withPoint<DrawnShape>, emptyShape(part)));

const lane: LaneDraft = {
  ...newLane([]),
  name: 'Kerb lane',
  approach: 'Mall Road east',
  polygon: draw('polygon', CORNERS),
  travel: draw('travel', CORNERS.slice(1, 3)),
  countingLine: draw('countingLine', CORNERS.slice(0, 2)),
};

describe('a traffic view that is drawn', () => {
  test('is what the contract takes, and comes back as it was saved', () => {
    const marks = {
      ...newCalibration('rectangle'),
      corners: draw('corners', CORNERS),
      acrossM: 7,
      alongM: 30,
    };
    const exit = { exit: draw('exit', CORNERS.slice(2)), exitDistanceM: 25 };
    const draft = {
      ...newView(),
      name: 'From the bridge',
      calibration: marks,
      lanes: [{ ...lane, ...exit }],
    };
    const input = inputOfView(draft, PICTURE);
    expect(input).toMatchObject({
      lanes: [{ id: 'lane-1', exit: { distanceM: 25 }, stopLine: null }],
      calibration: { method: 'rectangle', acrossM: 7, picture: PICTURE },
    });
    const stored = TrafficView.parse({
      ...{ ...input, id: newIdentifier(), cameraId: newIdentifier(), version: 1 },
      calibration: {
        input: input?.calibration,
        homography: [1, 0, 0, 0, 1, 0, 0, 0, 1],
        anchors: null,
        budget: {
          ...{ referenceKmh: 50, referenceMetres: 20, referenceRate: 10, limitKmh: 3 },
          ...{ fitErrorPx: null, places: [], usable: null },
        },
      },
    });
    expect(inputOfView(draftOfView(stored), PICTURE)).toEqual(input);
  });

  test('says what is missing of a lane, and is not saved before', () => {
    const bare = { ...newLane([]), exit: draw('exit', CORNERS.slice(0, 2)) };
    expect(problemsOfLane(bare)).toEqual([
      { code: 'no-name' },
      { code: 'no-approach' },
      ...['polygon', 'travel', 'countingLine'].map((part) => ({ code: 'not-drawn', part })),
      { code: 'no-exit-distance' },
    ]);
    expect(inputOfView({ ...newView(), name: 'x', lanes: [bare] }, PICTURE)).toBeNull();
    expect(inputOfView({ ...newView(), name: 'x' }, PICTURE), 'no lane').toBeNull();
    expect(problemsOfLane(lane)).toEqual([]);
  });

  test('gives each lane an id of its own, also after one was removed', () => {
    const second = newLane([lane]);
    expect([second.id, second.approach]).toEqual(['lane-2', 'Mall Road east']);
    expect(newLane([second]).id).toBe('lane-3');
  });
});

describe('marks of known distances', () => {
  test('are taken when all of them are there', () => {
    const marks = newCalibration('lane-marks');
    const [left, right] = [draw('left', CORNERS.slice(0, 3)), draw('right', CORNERS.slice(1))];
    expect(inputOfCalibration({ ...marks, left, right, laneWidthM: 3.5 }, PICTURE)).toBeNull();
    const input = inputOfCalibration({ ...marks, left, right, laneWidthM: 3.5, spacingM: 12 }, PICTURE);
    expect(CalibrationInput.safeParse(input).error).toBeUndefined();
    expect(input).toMatchObject({ left: CORNERS.slice(0, 3), spacingM: 12, rightAheadM: 0 });
  });

  test('are not taken while a rectangle has fewer than four corners', () => {
    const corners = draw('corners', CORNERS.slice(0, 3));
    expect(
      inputOfCalibration({ ...newCalibration('rectangle'), corners, acrossM: 7, alongM: 30 }, PICTURE),
    ).toBeNull();
  });
});
