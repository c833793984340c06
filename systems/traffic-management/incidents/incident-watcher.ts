import type { TrackedObject } from '@amaan/contracts/detection';
import type { TrafficIncidentKind } from '@amaan/contracts/traffic/traffic-incident';
import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import type { VehicleTrajectory } from '@amaan/road/measuring/vehicle-trajectory';
import type { LaneMeter, Moment } from '../measuring/lane-meter.ts';

/** A frame as those see it who look for incidents. */
export interface TrafficScene {
  readonly lanes: readonly LaneMeter[];
  readonly vehicles: readonly VehicleTrajectory[];
  readonly objects: readonly TrackedObject[];
  readonly moment: Moment;
}

/** An incident in the stream's seconds. */
export interface Noticed {
  readonly kind: TrafficIncidentKind;
  readonly laneId: LaneId;
  readonly began: number;
  readonly object: TrackedObject | null;
  readonly queueVehicles: number | null;
  readonly speedKmh: number | null;
}

/** Its end. */
export interface Over {
  readonly kind: TrafficIncidentKind;
  readonly laneId: LaneId;
  readonly track: number | null;
  readonly began: number;
  readonly ended: number;
}

export interface WatchReport {
  readonly noticed: readonly Noticed[];
  readonly over: readonly Over[];
}

/** Looks for one kind of incident in a view. */
export interface IncidentWatcher {
  step(scene: TrafficScene): WatchReport;
  /** The pictures are over, and with them what was reported. */
  finish(seconds: number): readonly Over[];
}
