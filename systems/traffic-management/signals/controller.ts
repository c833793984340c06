import type { Junction } from '@amaan/contracts/traffic/junction';
import type { DecisionReason } from '@amaan/contracts/traffic/signal-decision';

/** A vehicle as a camera (or a simulator's truth) sees it before the stop line. */
export interface SeenVehicle {
  /** The same vehicle keeps it from view to view while it is seen; it means nothing elsewhere. */
  readonly track: string;
  /** Metres along the road to the stop line. */
  readonly distance: number;
  /** Metres a second. */
  readonly speed: number;
  /** Seen on a road that leads here, before it chose its lane: the lane is a guess by the shares of the lanes so far. */
  readonly isUpstream: boolean;
}

/** What is known of one approach lane. */
export interface LaneView {
  readonly lane: string;
  /** Nearest to the stop line first. */
  readonly vehicles: readonly SeenVehicle[];
  /** Vehicles counted over the stop line since the last view. */
  readonly departed: number;
  /** Whether a vehicle stands or drives on the stop line's detector. */
  readonly isOccupied: boolean;
  /** In the order of the lane's movements: vehicles seen to go that way since the last view. Absent where nobody looks. */
  readonly turned?: readonly number[];
  /** In the same order: vehicles that wait inside the junction for a gap. Absent where nobody looks. */
  readonly waitingInside?: readonly number[];
  /** Metres before the stop line from which on its vehicles can be seen; absent: the view's range. */
  readonly reach?: number;
}

/** What is known of one lane that leads away. */
export interface ExitView {
  readonly lane: string;
  /** Vehicles seen on it within range; null where nobody looks. */
  readonly vehicles: number | null;
  /** Those of them that are slower than 3 m/s: a queue that reaches back. */
  readonly standing: number | null;
}

/** Everything that a controller may know of its junction at one moment: what cameras measure and the signal's own state. */
export interface JunctionView {
  /** In the junction's order of lanes. */
  readonly lanes: readonly LaneView[];
  /** In the junction's order of exits. */
  readonly exits: readonly ExitView[];
  /** Vehicles slower than 3 m/s inside the junction: those that a change would trap. */
  readonly slowInside: number;
  /** How far the cameras see before the stop line, in metres. */
  readonly range: number;
  /** The stage that is green. */
  readonly stage: string;
  /** Seconds that it has been green. */
  readonly greenFor: number;
  /** Seconds until each stage (in the junction's order) may begin its change; 0 where it may at once. */
  readonly earliestChange: readonly number[];
}

/** The stage that should be green from now on: the present one to go on with it. */
export interface Proposal {
  readonly stage: string;
  /** Shown to people. */
  readonly reasons: readonly DecisionReason[];
}

/**
 * Proposes stages for one junction. It is asked once a second while the junction is not in a change, and may remember.
 * Whatever it answers goes through the safety envelope.
 */
export interface SignalController {
  /** @param now seconds on a clock that never goes back. */
  decide(view: JunctionView, now: number): Proposal;
}

/** Makes a controller for one junction. */
export type ControllerFactory = (junction: Junction) => SignalController;
