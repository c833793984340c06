import type { Position } from '@amaan/contracts/geometry';

const METRES_PER_DEGREE = 111_195;
const CORNERS = 48;

/** A closed ring at a distance from a place: near enough on a globe for a few kilometres. */
export function circle([longitude, latitude]: Position, metres: number): Position[] {
  const north = Math.max(metres, 1) / METRES_PER_DEGREE;
  const east = north / Math.cos((latitude * Math.PI) / 180);
  return Array.from({ length: CORNERS + 1 }, (_, at): Position => {
    const angle = ((at % CORNERS) / CORNERS) * 2 * Math.PI;
    return [longitude + east * Math.cos(angle), latitude + north * Math.sin(angle)];
  });
}
