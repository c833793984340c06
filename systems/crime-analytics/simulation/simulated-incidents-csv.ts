import type { IncidentColumns } from '../incident-columns.ts';
import { simulatedCoordinates } from './simulated-coordinates.ts';

/**
 * Simulated incidents as a file for the import: `id,offence,longitude,latitude,from,until`, degrees WGS 84, instants in
 * UTC; `until` is empty where the time is known exactly.
 */
export function simulatedIncidentsCsv(incidents: IncidentColumns): string {
  const { longitude, latitude } = simulatedCoordinates(incidents);
  const lines = ['id,offence,longitude,latitude,from,until'];
  for (let n = 0; n < incidents.length; n++) {
    const from = incidents.from[n]!;
    const until = incidents.until[n]!;
    lines.push(
      [
        `SIM-${String(n + 1).padStart(6, '0')}`,
        incidents.offences[incidents.offence[n]!]!,
        longitude[n]!.toFixed(7),
        latitude[n]!.toFixed(7),
        new Date(from).toISOString(),
        until > from ? new Date(until).toISOString() : '',
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}
