import type { LevelOfService } from '@amaan/contracts/traffic/lane-measures';

/** Greatest control delay of each level but the last, in seconds a vehicle. */
const BOUNDS = [
  ['A', 10],
  ['B', 20],
  ['C', 35],
  ['D', 55],
  ['E', 80],
] as const satisfies readonly (readonly [LevelOfService, number])[];

/** Level of service of a signalled approach by its control delay (Highway Capacity Manual, exhibit 19-8). */
export function levelOfService(delaySeconds: number): LevelOfService {
  return BOUNDS.find(([, most]) => delaySeconds <= most)?.[0] ?? 'F';
}
