import type { ObjectClass } from '@amaan/contracts/object-class';

/** Classes that a detector may take for one another from frame to frame. */
const FAMILIES: readonly (readonly ObjectClass[])[] = [
  ['person'],
  ['bicycle', 'car', 'motorcycle', 'bus', 'train', 'truck', 'boat'],
  ['bird', 'cat', 'dog', 'horse', 'sheep', 'cow'],
  ['backpack', 'umbrella', 'handbag', 'suitcase'],
];

const familyOf = new Map(FAMILIES.flatMap((family) => family.map((member) => [member, family] as const)));

/** Whether two classes may be one object: a car and a truck may, a car and a person may not. */
export function areKindred(a: ObjectClass, b: ObjectClass): boolean {
  return familyOf.get(a) === familyOf.get(b);
}
