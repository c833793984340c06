import type { Position } from '@amaan/contracts/geometry';

/** Mean radius of the Earth in metres (IUGG). */
export const EARTH_RADIUS = 6_371_008.8;

/** Metres between two positions on a sphere (haversine formula; Sinnott 1984). */
export function metresBetween([aLongitude, aLatitude]: Position, [bLongitude, bLatitude]: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(aLatitude, bLatitude) +
    Math.cos(radians(aLatitude)) * Math.cos(radians(bLatitude)) * half(aLongitude, bLongitude);
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}
