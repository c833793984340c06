import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { LaneId, TrafficView } from '@amaan/contracts/traffic/traffic-view';
import type { EnforcementRule } from '@amaan/contracts/violations/enforcement';
import type { ClockProof } from '@amaan/contracts/violations/signal-timeline';
import type { EvidenceGap, SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';
import type { GroundPlane } from '@amaan/road/calibration/ground-plane';
import type { MeasuredLane } from '@amaan/road/measuring/measured-lane';
import type { SignalWatch } from '../signal/signal-reading.ts';
import type { FrameMoment, VehicleSight, WatchedVehicle } from './watched-vehicle.ts';

/** The frame at hand. */
export interface WatchMoment extends FrameMoment {
  /** Unix milliseconds by the worker's clock of a moment of the stream. */
  readonly unixOf: (seconds: number) => number;
  /** The worker's clock; null: not proven. */
  readonly worker: ClockProof | null;
}

/** What a rule found. */
export interface Finding {
  readonly ruleId: string;
  /** The vehicle in the frame that shows it best: at the line, or when it was certain. */
  readonly sight: VehicleSight;
  /** Every number of the vehicle's track, for whoever looks for its plate. */
  readonly tracks: readonly number[];
  readonly violation: SuspectedViolation;
}

/** What every rule of a camera works with. */
export interface RuleContext {
  readonly view: Pick<TrafficView, 'version'>;
  readonly lanes: ReadonlyMap<LaneId, MeasuredLane>;
  /** Null without a calibration. */
  readonly plane: GroundPlane | null;
  readonly signalOf: (rule: Extract<EnforcementRule, { signal: unknown }>) => SignalWatch;
  /** Counts what is not reported. */
  readonly drop: (rule: EnforcementRule, reason: EvidenceGap, capturedAt: number) => void;
}

/** One rule of a camera at work. */
export interface RuleWatch {
  /** Takes the vehicles that a frame shows. */
  step(vehicles: readonly WatchedVehicle[], moment: WatchMoment): Finding[];
}

/** Whether a rule is for a vehicle, by what most frames say. */
export function isFor(rule: { readonly classes: readonly VehicleClass[] }, vehicle: WatchedVehicle): boolean {
  return rule.classes.includes(vehicle.class);
}
