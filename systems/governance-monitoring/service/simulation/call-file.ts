import { csvText } from '@amaan/contracts/csv-text';
import type { SimulatedCall } from './simulated-calls.ts';

const HEADER = [
  'Call No',
  'Site',
  'Police Station',
  'Call Type',
  'Priority',
  'Unit Type',
  'Longitude',
  'Latitude',
];
const TIMES = ['Call Time', 'Dispatch Time', 'Arrival Time', 'Close Time'];

/** Simulated calls as a file for the import, so that they take the same way in as real ones. */
export function callFile(calls: Iterable<SimulatedCall>, site: string): string {
  const time = (moment: number | null) => (moment === null ? '' : new Date(moment).toISOString());
  return csvText(
    [...HEADER, ...TIMES],
    [...calls].map(({ callId, station, kind, priority, unitKind, place, ...moments }) => [
      ...[callId, site, station, kind, String(priority), unitKind ?? ''],
      ...place.map((degrees) => degrees.toFixed(5)),
      ...[moments.receivedAt, moments.dispatchedAt, moments.arrivedAt, moments.closedAt].map(time),
    ]),
  );
}
