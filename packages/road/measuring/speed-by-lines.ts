import type { LineSegment, Point } from '@amaan/contracts/geometry';
import type { LaneSpeed } from './speed-on-ground.ts';

/** Relative standard errors of a distance between two lines that was measured on site, and of a place on the picture. */
const LINE_DISTANCE_ERROR = 0.01;
const LINE_PLACE_ERROR = 0.003;

/**
 * A speed by the time between two lines whose distance was measured on site.
 * @param seconds from the first line to the second; more than 0
 */
export function speedByLines(
  from: LineSegment,
  { line, distanceM }: { readonly line: LineSegment; readonly distanceM: number },
  seconds: number,
): LaneSpeed {
  const kmh = (3.6 * distanceM) / seconds;
  const [a, b] = [middleOf(from), middleOf(line)];
  const way = Math.hypot(b[0] - a[0], b[1] - a[1]);
  // A place on the picture that is wrong makes the moment of crossing wrong, at both lines.
  const noise = kmh * Math.SQRT2 * (LINE_PLACE_ERROR / Math.max(way, LINE_PLACE_ERROR));
  return { kmh, noise, bias: kmh * LINE_DISTANCE_ERROR };
}

function middleOf([[ax, ay], [bx, by]]: LineSegment): Point {
  return [(ax + bx) / 2, (ay + by) / 2];
}
