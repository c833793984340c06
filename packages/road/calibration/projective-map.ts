import type { Point } from '@amaan/contracts/geometry';

/** A place in the plane: pixels of a picture or metres on the ground. */
export type Place = readonly [x: number, y: number];

/** A 3 × 3 matrix row by row, known up to a factor: a map of the plane that keeps lines straight. */
export type ProjectiveMap = readonly number[];

/** Where a map takes a place, and the homogeneous third coordinate, which changes its sign at the horizon. */
export function mapPlace(map: ProjectiveMap, [x, y]: Place): { readonly place: Place; readonly w: number } {
  const w = map[6]! * x + map[7]! * y + map[8]!;
  return {
    place: [(map[0]! * x + map[1]! * y + map[2]!) / w, (map[3]! * x + map[4]! * y + map[5]!) / w],
    w,
  };
}

/** The product `a · b`: first `b`, then `a`. */
export function composeMaps(a: ProjectiveMap, b: ProjectiveMap): ProjectiveMap {
  return [0, 3, 6].flatMap((row) =>
    [0, 1, 2].map(
      (column) => a[row]! * b[column]! + a[row + 1]! * b[column + 3]! + a[row + 2]! * b[column + 6]!,
    ),
  );
}

/** The way back, by the adjugate: a factor does not matter, so nothing is divided by the determinant but its sign. */
export function invertMap([a, b, c, d, e, f, g, h, i]: ProjectiveMap): ProjectiveMap {
  const adjugate = [
    e! * i! - f! * h!,
    c! * h! - b! * i!,
    b! * f! - c! * e!,
    f! * g! - d! * i!,
    a! * i! - c! * g!,
    c! * d! - a! * f!,
    d! * h! - e! * g!,
    b! * g! - a! * h!,
    a! * e! - b! * d!,
  ];
  const determinant = a! * adjugate[0]! + b! * adjugate[3]! + c! * adjugate[6]!;
  return determinant < 0 ? adjugate.map((value) => -value) : adjugate;
}

/** A point of a picture, from fractions to pixels. */
export function toPixels([x, y]: Point, { width, height }: { width: number; height: number }): Place {
  return [x * width, y * height];
}
