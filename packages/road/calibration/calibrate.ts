import type { Point, Polygon } from '@amaan/contracts/geometry';
import type {
  Calibration,
  CalibrationAnchors,
  CalibrationBudget,
  CalibrationInput,
  PlaceBudget,
} from '@amaan/contracts/traffic/calibration';
import { FRAME_TIME_ERROR } from './frame-time-error.ts';
import { GroundPlane } from './ground-plane.ts';
import type { Place } from './projective-map.ts';

/** What a budget's speed errors are stated for, beside the fastest speed that the input names. */
export interface BudgetReference {
  /** Way over which the vehicle is followed. */
  readonly referenceMetres: number;
  /** Frames per second. */
  readonly referenceRate: number;
  /** A place is usable up to this standard error. */
  readonly limitKmh: number;
}

export const BUDGET_REFERENCE: BudgetReference = {
  referenceMetres: 20,
  referenceRate: 5,
  limitKmh: 1,
};

const COLUMNS = 24;
const ROWS = 24;

/**
 * Checks what was marked and works out all that follows: the map to the ground and where in the picture a speed is worth
 * how much.
 *
 * @throws CalibrationError for marks that no calibration follows from.
 */
export function calibrate(
  input: CalibrationInput,
  reference: BudgetReference = BUDGET_REFERENCE,
  anchors: CalibrationAnchors | null = null,
): Calibration {
  const plane = new GroundPlane(input);
  return { input, homography: plane.homography, budget: budgetOf(plane, reference), anchors };
}

/** What a speed along the road is worth at each place of a grid over the picture, and where it is good enough. */
export function budgetOf(plane: GroundPlane, reference: BudgetReference): CalibrationBudget {
  const places: PlaceBudget[] = [];
  const rows: { readonly y: number; readonly left: number; readonly right: number }[] = [];
  for (let row = 0; row < ROWS; row++) {
    const y = (row + 0.5) / ROWS;
    const good: number[] = [];
    for (let column = 0; column < COLUMNS; column++) {
      const place = placeBudget(plane, [(column + 0.5) / COLUMNS, y], reference);
      if (!place) continue;
      places.push(place);
      if (place.speedErrorKmh <= reference.limitKmh) good.push(place.at[0]);
    }
    if (good.length > 0) rows.push({ y, left: good[0]!, right: good.at(-1)! });
  }
  return {
    ...reference,
    referenceKmh: plane.input.fastestKmh,
    fitErrorPx: plane.fitErrorPx,
    places,
    usable: outline(rows),
  };
}

/**
 * One place: a vehicle that drives through it along the road, or in another direction of the ground, over the reference's way. The detector's noise is that of a
 * line fitted to n places at equal times, σ·√(12 / (n (n² − 1))) / Δt; the marks' error is common to all speeds.
 *
 * @returns null at the horizon, above it, and where the way leaves the ground that the camera sees
 */
export function placeBudget(
  plane: GroundPlane,
  at: Point,
  reference: BudgetReference,
  along: Place = [0, 1],
): PlaceBudget | null {
  const { referenceMetres, referenceRate } = reference;
  const referenceKmh = plane.input.fastestKmh;
  const ground = plane.toGround(at);
  if (!ground) return null;
  const ahead = (metres: number) =>
    plane.toPicture([ground[0] + metres * along[0], ground[1] + metres * along[1]]);
  const from = ahead(-referenceMetres / 2);
  const to = ahead(referenceMetres / 2);
  const metresPerPx = plane.metresPerPixel(at, along);
  const placeErrorM = plane.placeError(at, along);
  if (!from || !to || metresPerPx === null || placeErrorM === null) return null;
  const scaleErrorShare = plane.scaleErrorShare(from, to);
  if (scaleErrorShare === null) return null;
  const seconds = referenceMetres / (referenceKmh / 3.6);
  const n = Math.max(2, Math.floor(seconds * referenceRate) + 1);
  // The moment of a frame is not exact either.
  const errorM = Math.hypot(placeErrorM, (FRAME_TIME_ERROR * referenceKmh) / 3.6);
  const noise = 3.6 * errorM * referenceRate * Math.sqrt(12 / (n * (n * n - 1)));
  const speedErrorKmh = Math.hypot(noise, scaleErrorShare * referenceKmh);
  return { at, metresPerPx, placeErrorM, scaleErrorShare, speedErrorKmh };
}

/** The polygon round the good stretches of all rows, from the first row that has one down to the last. */
function outline(rows: readonly { y: number; left: number; right: number }[]): Polygon | null {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return null;
  const [halfRow, halfColumn] = [0.5 / ROWS, 0.5 / COLUMNS];
  const left: Point[] = rows.map(({ y, left: x }) => [x - halfColumn, y]);
  const right: Point[] = rows.map(({ y, right: x }) => [x + halfColumn, y]);
  return [
    [left[0]![0], first.y - halfRow],
    ...left,
    [left.at(-1)![0], last.y + halfRow],
    [right.at(-1)![0], last.y + halfRow],
    ...right.toReversed(),
    [right[0]![0], first.y - halfRow],
  ];
}
