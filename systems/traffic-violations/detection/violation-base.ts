import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import type { SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';
import { trafficViolations } from '../system.ts';
import type { RuleContext } from './rule-watch.ts';
import type { WatchedVehicle } from './watched-vehicle.ts';

/** What violations of every kind say. */
export function violationBase(vehicle: WatchedVehicle, laneId: LaneId | null, { plane, view }: RuleContext) {
  return {
    ...vehicle.evidence(),
    laneId,
    softwareVersion: `${trafficViolations.id} ${trafficViolations.version}`,
    calibrationVersion: plane === null ? null : view.version,
  } satisfies Partial<SuspectedViolation>;
}
