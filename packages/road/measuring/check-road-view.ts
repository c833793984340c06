import type { CheckedTrafficView, TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import { BUDGET_REFERENCE, calibrate } from '../calibration/calibrate.ts';
import { GroundPlane } from '../calibration/ground-plane.ts';
import { MeasuredLane } from './measured-lane.ts';

/**
 * Checks what a person drew and marked: works the calibration out, and that every lane lies on the ground that it
 * describes.
 *
 * @param speedErrorKmh greatest standard error of a speed at the calibration's fastest
 * @throws CalibrationError with one sentence about what to draw or mark differently.
 */
export function checkRoadView(
  { calibration, ...view }: TrafficViewInput,
  speedErrorKmh: number,
): CheckedTrafficView {
  if (!calibration) return { ...view, calibration: null };
  const plane = new GroundPlane(calibration);
  for (const lane of view.lanes) new MeasuredLane(lane, plane, speedErrorKmh);
  return { ...view, calibration: calibrate(calibration, { ...BUDGET_REFERENCE, limitKmh: speedErrorKmh }) };
}
