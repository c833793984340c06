import type { ObjectClass } from '@amaan/contracts/object-class';

/** What redaction tells apart: what Amaan reports anywhere, and screens, which show people and papers. */
export type ThingClass = ObjectClass | 'screen';

/** Television, laptop and telephone in COCO's order (cocodataset.org, counted from 0). */
const SCREENS: readonly number[] = [62, 63, 67];

/**
 * A detector's classes with its screens named.
 * @param classes COCO's, null where nothing is reported.
 */
export function withScreens(classes: readonly (ObjectClass | null)[]): (ThingClass | null)[] {
  return classes.map((name, index) => (SCREENS.includes(index) ? 'screen' : name));
}
