import type { CalibrationInput } from '@amaan/contracts/traffic/calibration';
import { CalibrationError } from './calibration-error.ts';
import { outlineOf } from './marked-places.ts';
import { mapPlace, type Place, type ProjectiveMap } from './projective-map.ts';

/** Marks nearer to each other than so many of their own errors say nothing about metres. */
const LEAST_SIDE_ERRORS = 15;
/** The same for how far a corner must be off the line through two others. */
const LEAST_HEIGHT_ERRORS = 5;
/** More than four marks fit when their residual is at most so many times what their error makes likely. */
const MOST_RESIDUAL = 2.5;

/**
 * Refuses marks that no calibration follows from, before anything is fitted.
 * @throws CalibrationError with one sentence that says what to mark differently.
 */
export function checkMarks(input: CalibrationInput): void {
  const outline = outlineOf(input);
  const heights = outline.map((corner, index) => {
    const [a, b] = [outline[(index + 1) % 4]!, outline[(index + 2) % 4]!];
    return turnOf(corner, a, b) / longestSide(corner, a, b);
  });
  const sides = outline.map((corner, index) => distance(corner, outline[(index + 1) % 4]!));
  if (Math.min(...sides) === 0 || heights.some((height) => Math.abs(height) < 1e-9))
    throw new CalibrationError(
      'CALIBRATION_COLLINEAR',
      'Three of the marks lie on one line; mark four corners that span an area of the road.',
    );
  if (heights.some((height) => Math.sign(height) !== Math.sign(heights[0]!)))
    throw new CalibrationError(
      'CALIBRATION_CROSSING',
      'The outline of the marks crosses itself or turns inwards; mark the corners in their order round the rectangle.',
    );
  const leastSide = LEAST_SIDE_ERRORS * input.markErrorPx;
  const shortest = Math.min(...sides);
  if (shortest < leastSide)
    throw new CalibrationError(
      'CALIBRATION_TINY',
      `Two marks are only ${shortest.toFixed(1)} pixels apart, and each may be wrong by ${input.markErrorPx}; choose a larger rectangle, at least ${Math.ceil(leastSide)} pixels on each side.`,
    );
  if (Math.min(...heights.map(Math.abs)) < LEAST_HEIGHT_ERRORS * input.markErrorPx)
    throw new CalibrationError(
      'CALIBRATION_COLLINEAR',
      'Three of the marks lie nearly on one line; mark four corners that span an area of the road.',
    );
}

/**
 * Refuses a fit that no camera above a road can have seen.
 * @param toGround from pixels to metres, positive third coordinate at the first mark
 * @throws CalibrationError
 */
export function checkSense(input: CalibrationInput, toGround: ProjectiveMap, residualPx: number): void {
  const outline = outlineOf(input);
  // Below the road there is no sky: from each mark to the picture's lower edge the ground must go on.
  const isAboveHorizon = outline.every(
    ([x, y]) =>
      mapPlace(toGround, [x, y]).w > 0 && mapPlace(toGround, [x, Math.max(y, input.picture.height)]).w > 0,
  );
  if (!isAboveHorizon)
    throw new CalibrationError(
      'CALIBRATION_HORIZON',
      'The horizon that follows from these marks runs below them or through them; check that the nearer side is not the shorter one on the picture, and that the marks lie flat on the road.',
    );
  const marks = input.method === 'rectangle' ? 4 : input.left.length + input.right.length;
  if (marks === 4) return;
  // Of 2n coordinates eight are used up by the map's freedom.
  const likely = input.markErrorPx * Math.sqrt((2 * marks - 8) / (2 * marks));
  if (residualPx > MOST_RESIDUAL * likely)
    throw new CalibrationError(
      'CALIBRATION_MARKS_DISAGREE',
      `The marks are ${residualPx.toFixed(1)} pixels from where equal spacing would put them; check that none was left out, and the lane's width and the spacing.`,
    );
}

function distance(a: Place, b: Place): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** Twice the triangle's area, with the sense in which its corners go round. */
function turnOf(a: Place, b: Place, c: Place): number {
  return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
}

function longestSide(a: Place, b: Place, c: Place): number {
  return Math.max(distance(a, b), distance(b, c), distance(c, a)) || 1;
}
