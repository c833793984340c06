import type { ObjectClass } from '@amaan/contracts/object-class';
import type { CloneSuspicion } from '@amaan/contracts/plates/journey';
import type { VehicleAttributes, VehicleColour } from '@amaan/contracts/plates/vehicle';

/** What a registry knows of a vehicle; null is not known. */
export interface RegisteredVehicle {
  readonly class: ObjectClass | null;
  readonly colour: VehicleColour | null;
}

/** What was seen less surely than this contradicts nothing. */
export const LEAST_SURE = { plate: 0.85, class: 0.7, colour: 0.7 } as const;

/** Colours that light, dust and cameras exchange. */
const ALIKE: readonly (readonly VehicleColour[])[] = [
  ['white', 'silver', 'grey'],
  ['grey', 'black'],
  ['black', 'blue'],
  ['red', 'orange', 'brown'],
  ['yellow', 'orange'],
  ['blue', 'green'],
  ['grey', 'blue'],
];
/** Classes that detectors exchange. */
const ALIKE_CLASSES: readonly (readonly ObjectClass[])[] = [
  ['car', 'truck'],
  ['bus', 'truck'],
  ['bicycle', 'motorcycle'],
];

type Contradiction = Extract<CloneSuspicion, { kind: 'registry-contradiction' }>;

/** What contradicts the registry beyond what cameras mistake; null: nothing does. */
export function registryContradiction(
  plate: string,
  seen: VehicleAttributes,
  registered: RegisteredVehicle,
  plateConfidence: number,
): Contradiction | null {
  if (plateConfidence < LEAST_SURE.plate) return null;
  const differences: Contradiction['differences'] = [];
  if (
    seen.class !== null &&
    registered.class !== null &&
    seen.classConfidence >= LEAST_SURE.class &&
    !alike(seen.class, registered.class, ALIKE_CLASSES)
  )
    differences.push({ field: 'class', seen: seen.class, registered: registered.class });
  if (
    seen.colour !== null &&
    registered.colour !== null &&
    seen.colourConfidence >= LEAST_SURE.colour &&
    !alike(seen.colour, registered.colour, ALIKE)
  )
    differences.push({ field: 'colour', seen: seen.colour, registered: registered.colour });
  return differences.length === 0 ? null : { kind: 'registry-contradiction', plate, differences };
}

function alike<Kind>(a: Kind, b: Kind, groups: readonly (readonly Kind[])[]): boolean {
  return a === b || groups.some((group) => group.includes(a) && group.includes(b));
}
