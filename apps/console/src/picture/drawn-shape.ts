import type { Point } from '@amaan/contracts/geometry';

/** A line or area while it is drawn over a picture. */
export interface DrawnShape {
  /** `line`: two points; `path`: two or more; `zone`: an area. */
  readonly shape: 'line' | 'path' | 'zone';
  /** Corners in fractions of the picture, in the order they were set. */
  readonly points: readonly Point[];
  /** Whether the shape is finished and only its corners are moved. */
  readonly closed: boolean;
  /** How many corners an area has, no more and no fewer; left out: three or more, as many as one sets. */
  readonly corners?: number;
}

export const MOST_CORNERS = 64;

const inside = (value: number) => Math.max(0, Math.min(value, 1));
const rounded = (value: number) => Math.round(inside(value) * 10_000) / 10_000;

/** The number of corners that finishes the shape by itself. */
const fixedCorners = ({ shape, corners }: DrawnShape) => (shape === 'line' ? 2 : (corners ?? null));

/** A shape with one more corner; the last of a fixed number (two for a line) finishes it. */
export function withPoint<Shape extends DrawnShape>(drawn: Shape, [x, y]: Point): Shape {
  if (drawn.closed || drawn.points.length >= MOST_CORNERS) return drawn;
  const points: Point[] = [...drawn.points, [rounded(x), rounded(y)]];
  return { ...drawn, points, closed: points.length === fixedCorners(drawn) };
}

export function withPointMoved<Shape extends DrawnShape>(drawn: Shape, index: number, [x, y]: Point): Shape {
  return { ...drawn, points: drawn.points.with(index, [rounded(x), rounded(y)]) };
}

/** The fewest corners of a shape of any number of them. */
const leastCorners = ({ shape }: DrawnShape) => (shape === 'path' ? 2 : 3);

/** A finished shape keeps as many corners as it needs; while drawing, any corner may go. */
export function withoutPoint<Shape extends DrawnShape>(drawn: Shape, index: number): Shape {
  if (drawn.closed && (fixedCorners(drawn) !== null || drawn.points.length <= leastCorners(drawn)))
    return drawn;
  return { ...drawn, points: drawn.points.toSpliced(index, 1) };
}

/** Finishes a path or area of any number of corners. */
export function closed<Shape extends DrawnShape>(drawn: Shape): Shape {
  return fixedCorners(drawn) === null && drawn.points.length >= leastCorners(drawn)
    ? { ...drawn, closed: true }
    : drawn;
}

/** A shape in the middle, for whoever draws without a pointer; an area of other than four corners stays empty. */
export function withDefaultShape<Shape extends DrawnShape>(drawn: Shape): Shape {
  const points: Point[] =
    drawn.shape !== 'zone'
      ? [
          [0.25, 0.6],
          [0.75, 0.6],
        ]
      : [
          [0.3, 0.4],
          [0.7, 0.4],
          [0.7, 0.8],
          [0.3, 0.8],
        ];
  const fixed = fixedCorners(drawn);
  return fixed === null || fixed === points.length ? { ...drawn, points, closed: true } : drawn;
}

/** The first corner becomes the last: forward becomes backward. */
export function turnedRound<Shape extends DrawnShape>(drawn: Shape): Shape {
  return { ...drawn, points: drawn.points.toReversed() };
}
