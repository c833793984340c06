import type { PixelPoint } from '@amaan/vision/image/homography';

/** Turns, scales and shifts: `x' = a·x − b·y + dx`, `y' = b·x + a·y + dy`. */
export interface SimilarityTransform {
  readonly a: number;
  readonly b: number;
  readonly dx: number;
  readonly dy: number;
}

/**
 * The similarity transform that takes points to their places with the least sum of squares. In the plane, without
 * reflection, the solution of S. Umeyama, "Least-squares estimation of transformation parameters between two point
 * patterns", IEEE TPAMI 13 (1991) 376–380, equations 40–42, needs no singular value decomposition: scale and rotation
 * are the two sums below over the variance of the points.
 *
 * @returns null when all points are one, or there are fewer than two.
 */
export function fitSimilarity(
  points: readonly PixelPoint[],
  places: readonly PixelPoint[],
): SimilarityTransform | null {
  const count = Math.min(points.length, places.length);
  if (count < 2) return null;
  const from = centreOf(points, count);
  const to = centreOf(places, count);
  let dot = 0;
  let cross = 0;
  let variance = 0;
  for (let index = 0; index < count; index++) {
    const x = points[index]!.x - from.x;
    const y = points[index]!.y - from.y;
    const u = places[index]!.x - to.x;
    const v = places[index]!.y - to.y;
    dot += x * u + y * v;
    cross += x * v - y * u;
    variance += x * x + y * y;
  }
  if (!(variance > 1e-12)) return null;
  const a = dot / variance;
  const b = cross / variance;
  return { a, b, dx: to.x - a * from.x + b * from.y, dy: to.y - b * from.x - a * from.y };
}

/** Where a transform takes a point. */
export function transform({ a, b, dx, dy }: SimilarityTransform, { x, y }: PixelPoint): PixelPoint {
  return { x: a * x - b * y + dx, y: b * x + a * y + dy };
}

/** The transform back. */
export function inverseOf({ a, b, dx, dy }: SimilarityTransform): SimilarityTransform {
  const square = a * a + b * b;
  const inverse = { a: a / square, b: -b / square };
  return {
    ...inverse,
    dx: -(inverse.a * dx - inverse.b * dy),
    dy: -(inverse.b * dx + inverse.a * dy),
  };
}

function centreOf(points: readonly PixelPoint[], count: number): PixelPoint {
  let x = 0;
  let y = 0;
  for (const point of points.slice(0, count)) {
    x += point.x;
    y += point.y;
  }
  return { x: x / count, y: y / count };
}
