import type { Point } from '@amaan/contracts/geometry';
import type { TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import { isInside } from '@amaan/vision/tracking/picture-geometry';
import { BUDGET_REFERENCE } from '../calibration/calibrate.ts';
import { CalibrationError } from '../calibration/calibration-error.ts';
import type { GroundPlane } from '../calibration/ground-plane.ts';
import type { Place } from '../calibration/projective-map.ts';
import { bestSpeedStretch, type SpeedStretch } from './speed-stretch.ts';
import type { Stretch } from './stretch.ts';

/** A lane is followed for so far on both sides of its counting line. */
const REACH_M = 250;
const STEP_M = 0.5;
/** Where a foot point is worth less than this, nothing is measured in metres. */
const MOST_PLACE_ERROR_M = 1.5;

/** A lane on the ground: a straight axis in its driving direction, and the stretches of it that may be measured. */
export class LaneGround {
  readonly plane: GroundPlane;
  /** Unit vector of the driving direction. */
  readonly axis: Place;
  /** Where places are good enough for density, queue and delay; null: nowhere. */
  readonly measured: Stretch | null;
  /** Where they are good enough for speeds, around the counting line; null: nowhere. */
  readonly speeds: SpeedStretch | null;
  /** Where the stop line is along the lane; null: there is none. */
  readonly stopM: number | null;
  readonly #origin: Place;

  /**
   * @param speedErrorKmh greatest standard error of a speed at the calibration's fastest
   * @throws CalibrationError where the lane reaches above the horizon
   */
  constructor(plane: GroundPlane, lane: TrafficLane, speedErrorKmh: number) {
    this.plane = plane;
    const [from, to] = lane.travel.map((at) => onGround(plane, at, lane));
    this.#origin = onGround(plane, middleOf(lane.countingLine), lane);
    const length = Math.hypot(to![0] - from![0], to![1] - from![1]);
    if (!(length > 0.5))
      throw new CalibrationError(
        'CALIBRATION_LANE_OUTSIDE',
        `The driving direction of lane "${lane.name}" is shorter than half a metre on the ground; draw it along the whole lane.`,
      );
    this.axis = [(to![0] - from![0]) / length, (to![1] - from![1]) / length];
    this.stopM = lane.stopLine ? this.along(onGround(plane, middleOf(lane.stopLine), lane)) : null;

    const middle = from!;
    const start = this.along(middle);
    /** A place on the lane's middle line. */
    const at = (metres: number): Point | null =>
      plane.toPicture([
        middle[0] + (metres - start) * this.axis[0],
        middle[1] + (metres - start) * this.axis[1],
      ]);
    const isMeasured = (metres: number) => {
      const seen = at(metres);
      if (!seen || !isInside(lane.polygon, seen)) return false;
      const error = plane.placeError(seen, this.axis);
      return error !== null && error <= MOST_PLACE_ERROR_M;
    };
    const middleM = start + length / 2;
    this.measured = stretchAround(isMeasured(0) ? 0 : middleM, isMeasured);
    const best =
      this.measured && bestSpeedStretch(plane, this.axis, this.measured, at, BUDGET_REFERENCE.referenceRate);
    this.speeds = best && best.errorKmh <= speedErrorKmh ? best : null;
  }

  /** Metres along the lane, 0 at the counting line and more in its driving direction. */
  along([x, y]: Place): number {
    return (x - this.#origin[0]) * this.axis[0] + (y - this.#origin[1]) * this.axis[1];
  }
}

/**
 * The stretch around a place on which something holds everywhere; null where it does not hold within 5 m of the place: a
 * counting line is often where the drawn lane ends.
 */
function stretchAround(near: number, holds: (metres: number) => boolean): Stretch | null {
  const offsets = Array.from({ length: 11 }, (_, index) => index * STEP_M).flatMap((by) => [by, -by]);
  const around = offsets.map((by) => near + by).find(holds);
  if (around === undefined) return null;
  const reach = (step: number) => {
    let metres = around;
    while (Math.abs(metres + step - around) <= REACH_M && holds(metres + step)) metres += step;
    return metres;
  };
  return { from: reach(-STEP_M), to: reach(STEP_M) };
}

function onGround(plane: GroundPlane, at: Point, lane: TrafficLane): Place {
  const place = plane.toGround(at);
  if (place) return place;
  throw new CalibrationError(
    'CALIBRATION_HORIZON',
    `Lane "${lane.name}" reaches above the horizon that follows from the calibration; draw it lower, or mark the rectangle anew.`,
  );
}

function middleOf([[ax, ay], [bx, by]]: readonly [Point, Point]): Point {
  return [(ax + bx) / 2, (ay + by) / 2];
}
