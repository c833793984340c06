import type { Position } from '@amaan/contracts/geometry';

const METRES_PER_DEGREE = 111_195;

/** Metres between two places some kilometres apart, on a plane that touches the Earth there (equirectangular). */
export function groundMetres(from: Position, to: Position): number {
  const middle = (((from[1] + to[1]) / 2) * Math.PI) / 180;
  const east = (to[0] - from[0]) * Math.cos(middle);
  return Math.hypot(east, to[1] - from[1]) * METRES_PER_DEGREE;
}
