import type { Sighting } from '@amaan/contracts/plates/sighting';
import { metresBetween } from '../../map/distance.ts';

/** Above this speed (km/h) nothing drives from camera to camera in a city. */
export const FASTEST_ROAD_SPEED = 180;

export interface Between {
  readonly seconds: number;
  /** As the crow flies; null where a camera has no position. */
  readonly metres: number | null;
  /** Km/h that the vehicle must have driven at least; null without positions, infinite for two places at once. */
  readonly speed: number | null;
}

/** What lies between two sightings. */
export function betweenSightings(
  a: Pick<Sighting, 'capturedAt' | 'position' | 'cameraId'>,
  b: Pick<Sighting, 'capturedAt' | 'position' | 'cameraId'>,
): Between {
  const seconds = Math.abs(Date.parse(a.capturedAt) - Date.parse(b.capturedAt)) / 1000;
  if (a.cameraId === b.cameraId) return { seconds, metres: 0, speed: 0 };
  if (a.position === null || b.position === null) return { seconds, metres: null, speed: null };
  const metres = metresBetween(a.position, b.position);
  return { seconds, metres, speed: metres === 0 ? 0 : (metres / seconds) * 3.6 };
}
