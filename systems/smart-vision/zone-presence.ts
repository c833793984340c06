import type { TrackedObject } from '@amaan/contracts/detection';
import type { Polygon } from '@amaan/contracts/geometry';
import { footPoint } from '@amaan/vision/tracking/foot-point';
import { distanceToOutline, isInside } from '@amaan/vision/tracking/picture-geometry';

/**
 * Whether an object's foot point is in a zone, given whether it was (null when it was not seen before). It
 * is in as soon as it is inside, and out only when it is outside by `margin` of its own size: a box that
 * jitters on the outline does not come and go.
 */
export function isInZone(
  zone: Polygon,
  object: TrackedObject,
  wasIn: boolean | null,
  margin: number,
): boolean {
  const foot = footPoint(object.box);
  if (isInside(zone, foot)) return true;
  return wasIn === true && distanceToOutline(zone, foot, object.box) <= margin;
}
