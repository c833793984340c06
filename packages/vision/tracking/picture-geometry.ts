import type { Box, LineSegment, Point, Polygon } from '@amaan/contracts/geometry';

/**
 * Which side of the line through a segment a point is on: positive to the right of whoever walks from the
 * first point to the second as seen on the picture, negative to the left, 0 on the line. It is the cross
 * product of the segment and the way from its start to the point (with y pointing down, right is positive).
 */
export function sideOf([[ax, ay], [bx, by]]: LineSegment, [x, y]: Point): number {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
}

/**
 * What `sideOf` changes by when a point moves across the line by the box's own extent in that direction.
 * Their ratio is a distance in box sizes; both scale alike, so the ratio does not depend on the picture's
 * aspect or on the distance to the camera.
 */
export function extentAcross([[ax, ay], [bx, by]]: LineSegment, [, , width, height]: Box): number {
  return Math.abs(by - ay) * width + Math.abs(bx - ax) * height;
}

/**
 * Where the way from `from` to `to` meets the line through a segment: 0 at the segment's start, 1 at its
 * end, beyond these outside of it. The two points must be on different sides of the line.
 */
export function crossingAt(line: LineSegment, from: Point, to: Point): number {
  const before = sideOf(line, from);
  const share = before / (before - sideOf(line, to));
  const x = from[0] + share * (to[0] - from[0]);
  const y = from[1] + share * (to[1] - from[1]);
  return positionAlong(line, [x, y]);
}

/** Projection of a point onto a segment: 0 at its start, 1 at its end. 0 for a segment without length. */
function positionAlong([[ax, ay], [bx, by]]: LineSegment, [x, y]: Point): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  return squared === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / squared;
}

/**
 * Whether a point is in a polygon by the even-odd rule: a ray to the right crosses the outline an odd
 * number of times (Shimrat, "Algorithm 112", CACM 1962). Each edge holds its upper end and not its lower,
 * so that a ray through a corner counts once.
 */
export function isInside(polygon: Polygon, [x, y]: Point): boolean {
  let inside = false;
  for (const [[ax, ay], [bx, by]] of edgesOf(polygon)) {
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

/** Distance from a point to a polygon's outline in sizes of a box (x in its widths, y in its heights). */
export function distanceToOutline(polygon: Polygon, point: Point, [, , width, height]: Box): number {
  const scaled = ([x, y]: Point): Point => [x / width, y / height];
  const at = scaled(point);
  const distances = edgesOf(polygon).map(([a, b]) => {
    const edge: LineSegment = [scaled(a), scaled(b)];
    const along = Math.min(1, Math.max(0, positionAlong(edge, at)));
    const [[ax, ay], [bx, by]] = edge;
    return Math.hypot(at[0] - ax - along * (bx - ax), at[1] - ay - along * (by - ay));
  });
  return Math.min(...distances);
}

function edgesOf(polygon: Polygon): LineSegment[] {
  return polygon.map((point, index) => [point, polygon[(index + 1) % polygon.length] ?? point]);
}
