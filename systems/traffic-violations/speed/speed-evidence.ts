import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { SpeedEvidence } from '@amaan/contracts/violations/suspected-violation';
import { trafficViolations } from '../system.ts';

/** Limits in km/h. */
export interface SpeedLimits {
  readonly limitKmh: number;
  readonly classLimitsKmh: Partial<Record<VehicleClass, number>>;
  readonly toleranceKmh: number;
}

/**
 * A speed against the limit for its class. What counts is what the vehicle drove at the least.
 * @param errorKmh standard error
 */
export function speedEvidence(
  kmh: number,
  errorKmh: number,
  method: SpeedEvidence['method'],
  limits: SpeedLimits,
  vehicle: VehicleClass,
): SpeedEvidence {
  const coverage = trafficViolations.thresholds.speedCoverage;
  return {
    ...{ kmh, errorKmh, coverage, method },
    lowerKmh: Math.max(0, kmh - coverage * errorKmh),
    limitKmh: limits.classLimitsKmh[vehicle] ?? limits.limitKmh,
    toleranceKmh: limits.toleranceKmh,
  };
}

/** Whether the lower bound passes limit and tolerance; `unsure` where only the value does. */
export function exceedsLimit({ kmh, lowerKmh, limitKmh, toleranceKmh }: SpeedEvidence): boolean | 'unsure' {
  const most = limitKmh + toleranceKmh;
  if (lowerKmh > most) return true;
  return kmh > most ? 'unsure' : false;
}
