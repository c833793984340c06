import type { Position } from '@amaan/contracts/geometry';
import { EARTH_RADIUS } from './distance.ts';

const CORNERS = 64;

/**
 * A circle on a sphere as a closed ring of corners, anticlockwise (destination given distance and bearing; Sinnott 1984).
 * @param metres radius, less than a quarter of the globe
 */
export function circleRing([longitude, latitude]: Position, metres: number): Position[] {
  const radians = Math.PI / 180;
  const angle = metres / EARTH_RADIUS;
  const [sin, cos] = [Math.sin(latitude * radians), Math.cos(latitude * radians)];
  return Array.from({ length: CORNERS + 1 }, (_, corner): Position => {
    const bearing = -((corner % CORNERS) / CORNERS) * 2 * Math.PI;
    const up = sin * Math.cos(angle) + cos * Math.sin(angle) * Math.cos(bearing);
    const across = Math.atan2(Math.sin(bearing) * Math.sin(angle) * cos, Math.cos(angle) - sin * up);
    return [longitude + across / radians, Math.asin(up) / radians];
  });
}
