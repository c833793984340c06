import { csvText } from '@amaan/contracts/csv-text';
import type { IncidentColumns } from '../incident-columns.ts';
import { simulatedCoordinates } from './simulated-coordinates.ts';

/**
 * Simulated incidents as a file for the import: `id,offence,longitude,latitude,from,until`, degrees WGS 84, instants in
 * UTC; `until` is empty where the time is known exactly.
 */
export function simulatedIncidentsCsv(incidents: IncidentColumns): string {
  const { longitude, latitude } = simulatedCoordinates(incidents);
  const rows = Array.from({ length: incidents.length }, (_, n) => [
    `SIM-${String(n + 1).padStart(6, '0')}`,
    incidents.offences[incidents.offence[n]!]!,
    longitude[n]!.toFixed(7),
    latitude[n]!.toFixed(7),
    new Date(incidents.from[n]!).toISOString(),
    incidents.until[n]! > incidents.from[n]! ? new Date(incidents.until[n]!).toISOString() : '',
  ]);
  return csvText(['id', 'offence', 'longitude', 'latitude', 'from', 'until'], rows);
}
