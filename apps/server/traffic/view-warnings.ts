import type { Point } from '@amaan/contracts/geometry';
import type { TrafficViewWarning } from '@amaan/contracts/traffic/api-traffic-view';
import type { Calibration } from '@amaan/contracts/traffic/calibration';
import type { TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import { CalibrationError } from '@amaan/road/calibration/calibration-error';
import { GroundPlane } from '@amaan/road/calibration/ground-plane';
import { LaneGround } from '@amaan/road/measuring/lane-ground';
import { trafficManagement } from '@amaan/traffic-management/system';
import { isInside } from '@amaan/vision/tracking/picture-geometry';

const { speedErrorKmh } = trafficManagement.thresholds;

/** What of a view will not be measured: one sentence each. Those with the code of a `CalibrationError` keep it from being saved. */
export function viewWarnings(
  calibration: Calibration | null,
  lanes: readonly TrafficLane[],
): TrafficViewWarning[] {
  const warnings: TrafficViewWarning[] = [];
  const warn = (laneId: string | null, code: string, message: string) =>
    warnings.push({ laneId, code, message });
  if (calibration === null && lanes.some(({ exit }) => exit === null))
    warn(
      null,
      'NOT_CALIBRATED',
      'The camera is not calibrated: vehicles are counted, but no speed, density or queue in metres is measured.',
    );
  if (calibration?.budget.usable === null)
    warn(
      null,
      'CALIBRATION_NOWHERE_GOOD',
      `Nowhere in the picture is a speed known to ${calibration.budget.limitKmh} km/h: mark a larger rectangle, or set the marks more exactly.`,
    );
  for (const lane of lanes) {
    const { id, name, polygon, countingLine, stopLine } = lane;
    if (!isInside(polygon, middleOf(countingLine)))
      warn(id, 'COUNTING_LINE_OUTSIDE', `The counting line of ${name} lies outside of its lane.`);
    if (stopLine === null)
      warn(id, 'NO_STOP_LINE', `${name} has no stop line: no control delay and no level of service.`);
    if (calibration === null) continue;
    const ground = groundOf(calibration, lane);
    if (ground instanceof CalibrationError) warn(id, ground.code, ground.message);
    else if (ground.speeds === null)
      warn(
        id,
        'LANE_WITHOUT_SPEED',
        `At the counting line of ${name} the calibration is not good enough for a speed: move the line, or mark places nearer to it.`,
      );
  }
  return warnings;
}

function groundOf({ input }: Calibration, lane: TrafficLane): LaneGround | CalibrationError {
  try {
    return new LaneGround(new GroundPlane(input), lane, speedErrorKmh);
  } catch (error) {
    if (error instanceof CalibrationError) return error;
    throw error;
  }
}

function middleOf([[ax, ay], [bx, by]]: readonly [Point, Point]): Point {
  return [(ax + bx) / 2, (ay + by) / 2];
}
