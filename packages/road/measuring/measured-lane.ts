import type { LineSegment, Point } from '@amaan/contracts/geometry';
import type { TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import type { CrossingDirection } from '@amaan/vision/tracking/line-passage';
import { isInside, sideOf } from '@amaan/vision/tracking/picture-geometry';
import type { GroundPlane } from '../calibration/ground-plane.ts';
import { LaneGround } from './lane-ground.ts';
import { type AlongSample, type FittedSpeed, fitSpeed } from './speed-fit.ts';
import { isMeasuredWithin, type Stretch } from './stretch.ts';
import type { Sight, VehicleTrajectory } from './vehicle-trajectory.ts';

/** Which end of a vehicle its foot point is, by how its lane runs on the picture. */
export type FootEnd = 'front' | 'rear' | 'side';

/** A lane that runs down the picture by at least this share of its length shows its vehicles' fronts. */
const END_ON_SHARE = 0.35;

/** A vehicle's place along a lane, and on the picture. */
export interface LanePlace extends AlongSample {
  readonly foot: Point;
}

/** A lane of a view with what follows from the calibration. */
export class MeasuredLane {
  readonly lane: TrafficLane;
  /** Null without a calibration. */
  readonly ground: LaneGround | null;
  readonly footEnd: FootEnd;

  /** @throws CalibrationError where the lane lies outside of what the calibration describes. */
  constructor(lane: TrafficLane, plane: GroundPlane | null, speedErrorKmh: number) {
    this.lane = lane;
    this.ground = plane ? new LaneGround(plane, lane, speedErrorKmh) : null;
    const [[ax, ay], [bx, by]] = lane.travel;
    const down = (by - ay) / Math.hypot(bx - ax, by - ay);
    this.footEnd = down > END_ON_SHARE ? 'front' : down < -END_ON_SHARE ? 'rear' : 'side';
  }

  /** Whether a vehicle stands on the lane's surface. */
  holds(sight: Pick<Sight, 'foot'>): boolean {
    return isInside(this.lane.polygon, sight.foot);
  }

  /** The direction in which the lane's traffic crosses a line. */
  forwardOver(line: LineSegment): CrossingDirection {
    const [from, to] = this.lane.travel;
    return sideOf(line, to) - sideOf(line, from) > 0 ? 'forward' : 'backward';
  }

  /** Metres along the lane from the counting line; null without a calibration. */
  along(sight: Sight): number | null {
    return this.ground && sight.ground ? this.ground.along(sight.ground) : null;
  }

  /** A vehicle's places along a stretch of the lane, within a time. */
  places(trajectory: VehicleTrajectory, stretch: Stretch | null, from: number, to: number): LanePlace[] {
    const { ground } = this;
    if (!ground || !stretch) return [];
    return trajectory.sights.flatMap((sight) => {
      if (sight.seconds < from || sight.seconds > to || !sight.ground) return [];
      const metres = ground.along(sight.ground);
      const errorM = ground.plane.placeError(sight.foot, ground.axis);
      if (!errorM || !isMeasuredWithin(stretch, metres)) return [];
      return [{ seconds: sight.seconds, metres, errorM, foot: sight.foot }];
    });
  }

  /** How fast a vehicle has been over the last second, backwards below zero; null where that cannot be told. */
  recentSpeed(trajectory: VehicleTrajectory): FittedSpeed | null {
    const now = trajectory.last.seconds;
    return fitSpeed(this.places(trajectory, this.ground?.measured ?? null, now - 1.05, now));
  }
}
