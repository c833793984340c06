import { OBJECT_CLASSES } from '@amaan/contracts/object-class';
import { VEHICLE_COLOURS } from '@amaan/contracts/plates/vehicle';
import { AmaanError } from '@amaan/contracts/problem';
import { z } from 'zod';

/** `REGISTRY_UNREADABLE`, `REGISTRY_CONFIGURATION`: the vehicle registry cannot be asked. */
export class RegistryError extends AmaanError {}

/** What an authority's registry says of a plate; what it does not say is null. */
export const RegistryEntry = z.object({
  class: z.enum(OBJECT_CLASSES).nullable().default(null),
  colour: z.enum(VEHICLE_COLOURS).nullable().default(null),
  make: z.string().trim().max(80).nullable().default(null),
  state: z.enum(['registered', 'sold', 'stolen', 'scrapped', 'unknown']).default('registered'),
  /** Number of the police's first information report, of a stolen vehicle. */
  fir: z.string().trim().max(80).nullable().default(null),
  /** An ambulance, a fire engine, a police car: it may pass a red light on duty. */
  emergency: z.boolean().default(false),
});
export type RegistryEntry = z.infer<typeof RegistryEntry>;

/** A registry of vehicles, wherever it is. */
export interface VehicleRegistry {
  /** What is known without asking anybody; undefined: it must be asked. */
  peek(plate: string): RegistryEntry | null | undefined;
  /** What the registry says; null: it does not know the plate. @throws RegistryError when it cannot be asked */
  lookup(plate: string): Promise<RegistryEntry | null>;
}
