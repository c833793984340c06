import type { Logger } from 'pino';
import { CsvVehicleRegistry } from './csv-vehicle-registry.ts';
import { HttpVehicleRegistry } from './http-vehicle-registry.ts';
import { RegistryError, type VehicleRegistry } from './registry-entry.ts';

/**
 * The registry that `AMAAN_VEHICLE_REGISTRY` names: `file:/path/vehicles.csv`, or `https://host/path/{plate}`.
 * @throws RegistryError
 */
export async function openVehicleRegistry(where: string, logger: Logger): Promise<VehicleRegistry> {
  if (where.startsWith('file:')) return CsvVehicleRegistry.open(where.slice('file:'.length), logger);
  if (/^https?:/.test(where)) return new HttpVehicleRegistry(where);
  throw new RegistryError(
    'REGISTRY_CONFIGURATION',
    'AMAAN_VEHICLE_REGISTRY is neither file:/path/vehicles.csv nor https://host/path/{plate}.',
  );
}
