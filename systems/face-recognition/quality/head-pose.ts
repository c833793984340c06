import type { Landmarks } from '../landmarks/landmarks.ts';

/** How a head is turned, in degrees. */
export interface HeadPose {
  /** Positive to the right of the picture. */
  readonly yaw: number;
  /** Positive upwards. */
  readonly pitch: number;
  /** Positive clockwise as seen in the picture. */
  readonly roll: number;
}

type Vector = readonly [number, number, number];

/**
 * A head of average size in millimetres about the bridge of its nose: x to the right of the picture, y down, z to the
 * camera; index of the landmark, place. Widths and heights after L. G. Farkas, Anthropometry of the Head and Face, 2nd
 * ed. (1994); depths are rough.
 */
const HEAD: readonly (readonly [number, Vector])[] = [
  [27, [0, 0, 0]],
  [36, [-44, 4, -26]],
  [39, [-16, 4, -14]],
  [42, [16, 4, -14]],
  [45, [44, 4, -26]],
  [30, [0, 42, 20]],
  [33, [0, 52, 8]],
  [48, [-26, 74, -8]],
  [54, [26, 74, -8]],
  [8, [0, 118, -10]],
];

const CENTRE = scaled(
  HEAD.reduce<Vector>((sum, [, place]) => added(sum, place), [0, 0, 0]),
  1 / HEAD.length,
);
const CENTRED = HEAD.map(([index, place]) => ({ index, place: added(place, scaled(CENTRE, -1)) }));
const INVERSE = inverseOfScatter(CENTRED.map(({ place }) => place));

/**
 * How the head is turned, from ten landmarks: the scaled orthographic camera that fits them best, by D. F. DeMenthon
 * and L. S. Davis, "Model-based object pose in 25 lines of code", IJCV 15 (1995) 123–141 (the step POS).
 * @returns null when the points are one.
 */
export function headPoseOf(landmarks: Landmarks): HeadPose | null {
  const points = CENTRED.map(({ index }) => landmarks[index]!);
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const across = rowOf(points.map((point) => point.x - x));
  const down = rowOf(points.map((point) => point.y - y));
  const first = lengthOf(across);
  const second = lengthOf(down);
  if (!(first > 1e-9 && second > 1e-9)) return null;
  const [r1, r2] = orthonormal(scaled(across, 1 / first), scaled(down, 1 / second));
  const r3 = cross(r1, r2);
  const degrees = 180 / Math.PI;
  return {
    yaw: Math.atan2(r1[2], r3[2]) * degrees,
    pitch: -Math.asin(Math.max(-1, Math.min(1, r2[2]))) * degrees,
    roll: Math.atan2(r2[0], r1[0]) * degrees,
  };
}

/** One row of the camera, by least squares: what takes each place of the head to its coordinate in the picture. */
function rowOf(coordinates: readonly number[]): Vector {
  let sum: Vector = [0, 0, 0];
  coordinates.forEach((coordinate, index) => {
    sum = added(sum, scaled(CENTRED[index]!.place, coordinate));
  });
  return [dot(INVERSE[0], sum), dot(INVERSE[1], sum), dot(INVERSE[2], sum)];
}

/** The two rows made orthogonal, each giving way by as much. */
function orthonormal(a: Vector, b: Vector): [Vector, Vector] {
  const sum = added(a, b);
  const difference = added(a, scaled(b, -1));
  const p = scaled(sum, 1 / Math.max(1e-9, lengthOf(sum)));
  const q = scaled(difference, 1 / Math.max(1e-9, lengthOf(difference)));
  const half = Math.SQRT1_2;
  return [scaled(added(p, q), half), scaled(added(p, scaled(q, -1)), half)];
}

/** The inverse of the 3 × 3 matrix of the sums of products, by its adjugate. */
function inverseOfScatter(places: readonly Vector[]): readonly [Vector, Vector, Vector] {
  const sums = [0, 1, 2].map((row) =>
    [0, 1, 2].map((column) => places.reduce((sum, place) => sum + place[row]! * place[column]!, 0)),
  );
  const [a, b, c] = sums.map((row): Vector => [row[0]!, row[1]!, row[2]!]) as [Vector, Vector, Vector];
  const bc = cross(b, c);
  const scale = 1 / dot(a, bc);
  const columns = [bc, cross(c, a), cross(a, b)].map((column) => scaled(column, scale)) as [
    Vector,
    Vector,
    Vector,
  ];
  // The matrix is symmetric, and so is its inverse: its columns are its rows.
  return columns;
}

function added(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

function scaled(a: Vector, by: number): Vector {
  return [a[0] * by, a[1] * by, a[2] * by];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function lengthOf(a: Vector): number {
  return Math.hypot(a[0], a[1], a[2]);
}
