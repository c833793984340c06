import type { Position } from '@amaan/contracts/geometry';
import type { LaneMeasures } from '@amaan/contracts/traffic/lane-measures';

/** A lane as a place of measuring that others know it by. */
export interface MeasuringSite {
  /** Stays the same for as long as the lane does, for example camera and lane. */
  readonly id: string;
  /** Grows with every change of the view. */
  readonly version: number;
  readonly name: string;
  readonly approach: string;
  /** Counted from 1 within its view. */
  readonly laneNumber: number;
  /** Of the camera; null: not known. */
  readonly position: Position | null;
  /** Compass bearing of the traffic, degrees; null: not known. */
  readonly bearing: number | null;
}

/** A lane's figures over some time, with the place that they are of. */
export interface PublishedLane {
  readonly site: MeasuringSite;
  readonly measures: LaneMeasures;
}
