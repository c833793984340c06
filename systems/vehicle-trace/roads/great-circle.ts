import type { Position } from '@amaan/contracts/geometry';

/** Mean radius of the Earth in metres (IUGG). */
const RADIUS = 6_371_008.8;

/** Metres between two places along the great circle, by the haversine formula (Sinnott 1984). */
export function greatCircleMetres(a: Position, b: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [latitudeA, latitudeB] = [radians(a[1]), radians(b[1])];
  const half =
    Math.sin((latitudeB - latitudeA) / 2) ** 2 +
    Math.cos(latitudeA) * Math.cos(latitudeB) * Math.sin(radians(b[0] - a[0]) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
}
