import type { MeasuredLane } from './measured-lane.ts';
import { fitSpeed, withTimeErrors } from './speed-fit.ts';
import type { VehicleTrajectory } from './vehicle-trajectory.ts';

/** A speed is measured over so long before and after the counting line. */
export const SPEED_WINDOW_SECONDS = 2;

/** A speed with its two kinds of standard error, all in km/h: what averages out, and what all speeds share. */
export interface LaneSpeed {
  readonly kmh: number;
  readonly noise: number;
  readonly bias: number;
}

/**
 * A vehicle's speed around a moment, by its places on the calibrated ground.
 * @param seconds the moment on the stream's clock: when it crossed the counting line
 * @returns null without a calibration, for too few places, and backwards
 */
export function speedOnGround(
  measured: MeasuredLane,
  trajectory: VehicleTrajectory,
  seconds: number,
): LaneSpeed | null {
  const { ground } = measured;
  const [from, to] = [seconds - SPEED_WINDOW_SECONDS, seconds + SPEED_WINDOW_SECONDS];
  const places = measured.places(trajectory, ground?.speeds ?? null, from, to);
  const about = fitSpeed(places);
  const fit = about && fitSpeed(withTimeErrors(places, about.metresPerSecond));
  if (!ground || !fit || fit.metresPerSecond <= 0) return null;
  const marks = ground.plane.marksError(
    places.map(({ foot }) => foot),
    fit.coefficients,
    ground.axis,
  );
  if (marks === null) return null;
  return { kmh: 3.6 * fit.metresPerSecond, noise: 3.6 * fit.error, bias: 3.6 * marks };
}
