import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { SpeedSection } from '@amaan/contracts/violations/enforcement';
import type { SpeedEvidence } from '@amaan/contracts/violations/suspected-violation';
import { speedEvidence } from './speed-evidence.ts';

/** A vehicle at one end of a section. */
export interface SectionSighting {
  /** Unix milliseconds by the control plane's clock. */
  readonly at: number;
  /** Greatest error of `at`: of the passage, and of the clock of the worker that saw it. */
  readonly errorMs: number;
}

/**
 * The mean speed over a section from when a vehicle passed its two ends. It cannot have driven less than the shortest way,
 * nor taken longer than the times say with all their errors, so that the lower bound holds whatever happened in between.
 *
 * @returns null where the errors leave nothing: the exit may have been before the entry
 */
export function averageSpeed(
  section: SpeedSection,
  entry: SectionSighting,
  exit: SectionSighting,
  vehicle: VehicleClass,
): SpeedEvidence | null {
  const errors = entry.errorMs + exit.errorMs;
  const passedMs = exit.at - entry.at;
  if (passedMs <= errors) return null;
  const kmh = (3600 * section.distanceM) / passedMs;
  const lower = (3600 * (section.distanceM - section.distanceErrorM)) / (passedMs + errors);
  // The bound is a greatest error; as a standard error it is the part of it that the coverage makes whole again.
  const { coverage } = speedEvidence(kmh, 0, 'section', section, vehicle);
  return speedEvidence(kmh, (kmh - lower) / coverage, 'section', section, vehicle);
}
