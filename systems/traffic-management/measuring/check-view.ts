import type { CheckedTrafficView, TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import { checkRoadView } from '@amaan/road/measuring/check-road-view';
import { trafficManagement } from '../system.ts';

/**
 * Checks what a person drew and marked, with the error that a speed may have here.
 *
 * @throws CalibrationError with one sentence about what to draw or mark differently.
 */
export function checkView(input: TrafficViewInput): CheckedTrafficView {
  return checkRoadView(input, trafficManagement.thresholds.speedErrorKmh);
}
