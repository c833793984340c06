import { RegistryEntry, type VehicleRegistry } from '../../registry/registry-entry.ts';

/** Two or three letters, then digits: how most plates of Punjab are written. */
const USUAL_PLATE = /^[A-Z]{2,3}\d{1,4}$/;

/** Vehicles of the demonstration that a case is held for. */
export const DEMO_VEHICLES: Readonly<Record<string, Partial<RegistryEntry>>> = {
  LED2001: { state: 'sold', class: 'car', make: 'Suzuki Cultus' },
  LEC3302: { state: 'stolen', fir: '214/26 Mozang', class: 'car', make: 'Toyota Corolla' },
  RIA1122: { emergency: true, make: 'Rescue 1122' },
  LEF7788: { class: 'motorcycle', colour: 'red', make: 'Honda CD 70' },
};

/**
 * A made-up registry for a demonstration without one: plates that are written as usual are registered, of some it knows
 * more. It says nothing of any real vehicle.
 */
export class DemoVehicleRegistry implements VehicleRegistry {
  peek(plate: string): RegistryEntry | null {
    const known = DEMO_VEHICLES[plate];
    if (known === undefined && !USUAL_PLATE.test(plate)) return null;
    return RegistryEntry.parse(known ?? {});
  }

  async lookup(plate: string): Promise<RegistryEntry | null> {
    return this.peek(plate);
  }
}
