import type { TrackedObject } from '@amaan/contracts/detection';
import type { Point } from '@amaan/contracts/geometry';
import type { ObjectClass } from '@amaan/contracts/object-class';
import { CalibrationInput } from '@amaan/contracts/traffic/calibration';
import { type CheckedTrafficView, TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import { checkRoadView } from '../measuring/check-road-view.ts';
import { isInPicture, type PinholeCamera, TEST_PICTURE } from './pinhole-camera.ts';

/** Greatest standard error of a speed, as traffic management has it. */
const SPEED_ERROR_KMH = 1;

/** Something on a synthetic road: where its nearest point to the camera is on the ground at a time; null: not there. */
export interface Mover {
  readonly track: number;
  readonly class: ObjectClass;
  readonly at: (seconds: number) => readonly [x: number, y: number] | null;
}

/** A lane of a synthetic road: driving towards the camera goes from far to near. */
export interface SyntheticLane {
  readonly id: string;
  /** Its middle, and its width. */
  readonly x: number;
  readonly widthM?: number;
  readonly nearM: number;
  readonly farM: number;
  readonly countingM: number;
  readonly towards?: boolean;
  readonly stopM?: number | null;
  readonly speedLimitKmh?: number | null;
}

const SIZE_M: Partial<Record<ObjectClass, readonly [width: number, height: number]>> = {
  car: [1.8, 1.5],
  truck: [2.5, 3.4],
  bus: [2.5, 3.2],
  motorcycle: [0.8, 1.6],
  bicycle: [0.6, 1.7],
  person: [0.5, 1.75],
};

/** The detections of a frame: boxes whose foot points are wrong by a normal error of so many pixels. */
export function objectsAt(
  camera: PinholeCamera,
  movers: readonly Mover[],
  seconds: number,
  noise: (() => number) | null = null,
  noisePx = 1.5,
): TrackedObject[] {
  return movers.flatMap(({ track, class: name, at }) => {
    const place = at(seconds);
    const foot = place && camera.see(place);
    if (!place || !isInPicture(foot)) return [];
    const [width, height] = SIZE_M[name] ?? [1, 1];
    const top = camera.see(place, height);
    const side = camera.see([place[0] + width / 2, place[1]]);
    if (!top || !side) return [];
    const error = () => (noise ? noisePx * noise() : 0);
    const [x, y] = [foot[0] + error() / TEST_PICTURE.width, foot[1] + error() / TEST_PICTURE.height];
    const [half, high] = [Math.abs(side[0] - foot[0]), foot[1] - top[1]];
    return [{ class: name, confidence: 0.9, track, box: [x - half, y - high, 2 * half, high] }];
  });
}

/** A view of a synthetic road as a person would draw it, with a calibration from a rectangle on the ground. */
export function syntheticView(
  camera: PinholeCamera,
  lanes: readonly SyntheticLane[],
  {
    calibrated = true,
    marks = {},
    ...rest
  }: {
    readonly calibrated?: boolean;
    readonly marks?: Partial<Pick<CalibrationInput, 'markErrorPx' | 'footErrorPx' | 'fastestKmh'>>;
    readonly crossings?: TrafficViewInput['crossings'];
    readonly standing?: TrafficViewInput['standing'];
  } = {},
): CheckedTrafficView {
  const input = TrafficViewInput.parse({
    name: 'Synthetic road',
    lanes: lanes.map((lane) => drawn(camera, lane)),
    calibration: calibrated ? { ...rectangleOf(camera, lanes), ...marks } : null,
    ...rest,
  });
  return checkRoadView(input, SPEED_ERROR_KMH);
}

/** The rectangle of the road's surface over all lanes, in the middle of them. */
function rectangleOf(camera: PinholeCamera, lanes: readonly SyntheticLane[]): CalibrationInput {
  const left = Math.min(...lanes.map(({ x, widthM = 3.5 }) => x - widthM / 2));
  const right = Math.max(...lanes.map(({ x, widthM = 3.5 }) => x + widthM / 2));
  const near = Math.min(...lanes.map(({ nearM }) => nearM));
  const far = Math.max(...lanes.map(({ farM }) => farM));
  const [from, to] = [near + 0.05 * (far - near), near + 0.7 * (far - near)];
  return CalibrationInput.parse({
    method: 'rectangle',
    picture: TEST_PICTURE,
    corners: (
      [
        [left, from],
        [right, from],
        [right, to],
        [left, to],
      ] as const
    ).map((place) => camera.see(place)),
    acrossM: right - left,
    alongM: to - from,
    markErrorPx: 0.5,
    footErrorPx: 1.5,
  });
}

function drawn(camera: PinholeCamera, lane: SyntheticLane) {
  const { x, widthM = 3.5, nearM, farM, countingM, towards = true, stopM = null, speedLimitKmh = 60 } = lane;
  const [left, right] = [x - widthM / 2, x + widthM / 2];
  const seen = (at: number, y: number): Point => camera.see([at, y])!;
  const across = (y: number): [Point, Point] => [seen(left, y), seen(right, y)];
  return {
    id: lane.id,
    name: lane.id,
    approach: 'Synthetic road',
    polygon: [seen(left, nearM), seen(right, nearM), seen(right, farM), seen(left, farM)],
    travel: towards ? [seen(x, farM), seen(x, nearM)] : [seen(x, nearM), seen(x, farM)],
    countingLine: across(countingM),
    stopLine: stopM === null ? null : across(stopM),
    speedLimitKmh,
  };
}
