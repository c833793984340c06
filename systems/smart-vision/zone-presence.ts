import type { TrackedObject } from '@amaan/contracts/detection';
import type { Polygon } from '@amaan/contracts/geometry';
import { footPoint } from '@amaan/vision/tracking/foot-point';
import { distanceToOutline, isInside } from './geometry.ts';

/**
 * Whether an object's foot point is in a zone, given whether it was: it goes in or out only once it is
 * past the outline by `margin` of its own size, so that a box that jitters on the outline does neither.
 * An object that was not seen before (`wasIn` null) is where its foot point is.
 */
export function isInZone(
  zone: Polygon,
  object: TrackedObject,
  wasIn: boolean | null,
  margin: number,
): boolean {
  const foot = footPoint(object.box);
  const isIn = isInside(zone, foot);
  if (wasIn === null || isIn === wasIn) return isIn;
  return distanceToOutline(zone, foot, object.box) > margin ? isIn : wasIn;
}
