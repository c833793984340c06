import type { Point } from '@amaan/contracts/geometry';
import type { GroundPlane } from '../calibration/ground-plane.ts';
import type { Place } from '../calibration/projective-map.ts';
import { fitSpeed, withTimeErrors } from './speed-fit.ts';
import type { Stretch } from './stretch.ts';

/** Metres before and after the counting line that are tried. */
const REACHES = [4, 7, 10, 14, 19, 25, 33, 45, 60, 80] as const;

export interface SpeedStretch extends Stretch {
  /** Standard error of a speed there, of a vehicle as fast as the calibration is for. */
  readonly errorKmh: number;
}

/**
 * The stretch around a counting line over which speeds come out best: a long one averages the detector's noise, one that
 * reaches far away suffers from the errors of the marks. Tried with a vehicle as fast as the calibration is for, seen so
 * many times a second.
 *
 * @param at a place on the middle of the lane, by metres from the counting line
 * @returns null where none is long enough for such a vehicle
 */
export function bestSpeedStretch(
  plane: GroundPlane,
  axis: Place,
  measured: Stretch,
  at: (metres: number) => Point | null,
  rate: number,
): SpeedStretch | null {
  const metresPerSecond = plane.input.fastestKmh / 3.6;
  const starts = new Set(REACHES.map((reach) => Math.max(measured.from, -reach)));
  const ends = new Set(REACHES.map((reach) => Math.min(measured.to, reach)));
  let best: SpeedStretch | null = null;
  for (const from of starts) {
    for (const to of ends) {
      const errorKmh = speedError(plane, axis, { from, to }, at, metresPerSecond, rate);
      if (errorKmh !== null && (best === null || errorKmh < best.errorKmh)) best = { from, to, errorKmh };
    }
  }
  return best;
}

function speedError(
  plane: GroundPlane,
  axis: Place,
  { from, to }: Stretch,
  at: (metres: number) => Point | null,
  metresPerSecond: number,
  rate: number,
): number | null {
  const step = metresPerSecond / rate;
  const count = Math.floor((to - from) / step);
  const first = (from + to - (count - 1) * step) / 2;
  const sights = Array.from({ length: Math.max(0, count) }, (_, index) => {
    const metres = first + index * step;
    const place = at(metres);
    const errorM = place && plane.placeError(place, axis);
    return place && errorM ? [{ place, sample: { seconds: index / rate, metres, errorM } }] : [];
  }).flat();
  const fit = fitSpeed(
    withTimeErrors(
      sights.map(({ sample }) => sample),
      metresPerSecond,
    ),
  );
  if (!fit) return null;
  const marks = plane.marksError(
    sights.map(({ place }) => place),
    fit.coefficients,
    axis,
  );
  return marks === null ? null : 3.6 * Math.hypot(fit.error, marks);
}
