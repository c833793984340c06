import { csvText } from '@amaan/contracts/csv-text';
import type { PlateSearchResult } from '@amaan/contracts/plates/sighting';

const COLUMNS = [
  'number',
  'plate',
  'asRead',
  'confidence',
  'format',
  'cost',
  'capturedAt',
  'camera',
  'cameraId',
  'longitude',
  'latitude',
  'class',
  'colour',
  'heading',
  'simulated',
  'sightingId',
];

/** The results of a search as CSV. Simulated sightings say so in every line. */
export function resultAsCsv({ sightings, costs }: PlateSearchResult): string {
  return csvText(
    COLUMNS,
    sightings.map(({ id, reading, corrected, vehicle, position, ...sighting }, index) => [
      String(index + 1),
      corrected ?? reading.text,
      reading.text,
      reading.confidence.toFixed(3),
      reading.format ?? '',
      String(costs[index] ?? ''),
      sighting.capturedAt,
      sighting.cameraName,
      sighting.cameraId,
      position === null ? '' : String(position[0]),
      position === null ? '' : String(position[1]),
      vehicle.class ?? '',
      vehicle.colour ?? '',
      vehicle.heading ?? '',
      sighting.simulated ? 'SIMULATED' : '',
      id,
    ]),
  );
}
