import type { MarkedPlace } from './marked-places.ts';
import { composeMaps, invertMap, mapPlace, type Place, type ProjectiveMap } from './projective-map.ts';
import { type EigenPair, symmetricEigen } from './symmetric-eigen.ts';

/** The camera's map from the ground to the picture, in coordinates that were normalised on both sides. */
export interface GroundFit {
  /** Nine numbers of unit length: from normalised ground to normalised picture. */
  readonly parameters: readonly number[];
  /** Covariance of the nine numbers for marks that are wrong by one pixel in each direction, first order. */
  readonly covariance: readonly (readonly number[])[];
  /** From metres to normalised ground, and from normalised picture to pixels. */
  readonly normaliseGround: ProjectiveMap;
  readonly toPixels: ProjectiveMap;
  /** Root mean square of the marks' distances from where the fit puts them, in pixels a direction. */
  readonly residualPx: number;
}

const REFINEMENTS = 20;
/** Directions of the parameters that the marks say less about than this share of the best are not told by them. */
const BLIND = 1e-14;

/**
 * Fits the homography of a plane by the normalised direct linear transformation, then by Gauss–Newton on the distances
 * in the picture, which is the best estimate when the marks' errors are alike and the ground's lengths exact (Hartley and
 * Zisserman, "Multiple View Geometry", 2nd ed., algorithms 4.2 and 4.3; covariance by section 5.2.3).
 *
 * @param marks four or more, no three of the first four on a line
 */
export function fitGroundMap(marks: readonly MarkedPlace[]): GroundFit {
  const ground = normalisation(marks.map((mark) => mark.ground));
  const picture = normalisation(marks.map((mark) => mark.pixel));
  const pairs = marks.map((mark) => ({
    from: mapPlace(ground, mark.ground).place,
    to: mapPlace(picture, mark.pixel).place,
  }));
  let parameters: readonly number[] = symmetricEigen(gram(pairs.flatMap(linearRows)))[0]!.vector;
  let normal: EigenPair[] = [];
  for (let step = 0; step < REFINEMENTS; step++) {
    const rows = pairs.flatMap(({ from }) => imageRows(parameters, from));
    const misses = pairs.flatMap(({ from, to }) => {
      const { place } = mapPlace(parameters, from);
      return [to[0] - place[0], to[1] - place[1]];
    });
    normal = symmetricEigen(gram(rows));
    const push = parameters.map((_, column) =>
      rows.reduce((sum, row, index) => sum + row[column]! * misses[index]!, 0),
    );
    const change = applyPseudoInverse(normal, push);
    parameters = unit(parameters.map((value, index) => value + change[index]!));
    if (Math.hypot(...change) < 1e-13) break;
  }
  const scale = picture[0]!;
  const squares = pairs.reduce((sum, { from, to }) => {
    const { place } = mapPlace(parameters, from);
    return sum + (to[0] - place[0]) ** 2 + (to[1] - place[1]) ** 2;
  }, 0);
  return {
    parameters,
    covariance: parameters.map((_, row) => {
      const axis = parameters.map((_, column) => (row === column ? scale * scale : 0));
      return applyPseudoInverse(normal, axis);
    }),
    normaliseGround: ground,
    toPixels: invertMap(picture),
    residualPx: Math.sqrt(squares / (2 * marks.length)) / scale,
  };
}

/** From pixels to metres, for a fit's parameters or others near them. */
export function pixelsToGround(
  fit: GroundFit,
  parameters: readonly number[] = fit.parameters,
): ProjectiveMap {
  return invertMap(composeMaps(fit.toPixels, composeMaps(parameters, fit.normaliseGround)));
}

/** Moves the places' middle to the origin and their mean distance from it to √2 (Hartley and Zisserman, 4.4.4). */
function normalisation(places: readonly Place[]): ProjectiveMap {
  const n = places.length;
  const x = places.reduce((sum, place) => sum + place[0], 0) / n;
  const y = places.reduce((sum, place) => sum + place[1], 0) / n;
  const spread = places.reduce((sum, place) => sum + Math.hypot(place[0] - x, place[1] - y), 0) / n;
  const s = Math.SQRT2 / spread;
  return [s, 0, -s * x, 0, s, -s * y, 0, 0, 1];
}

/** The two equations of one pair that are linear in the nine numbers. */
function linearRows({ from: [x, y], to: [u, v] }: { from: Place; to: Place }): number[][] {
  return [
    [x, y, 1, 0, 0, 0, -u * x, -u * y, -u],
    [0, 0, 0, x, y, 1, -v * x, -v * y, -v],
  ];
}

/** How the picture's two coordinates change with each of the nine numbers. */
function imageRows(parameters: readonly number[], from: Place): number[][] {
  const { place, w } = mapPlace(parameters, from);
  const [x, y] = [from[0] / w, from[1] / w];
  const one = 1 / w;
  const [u, v] = place;
  return [
    [x, y, one, 0, 0, 0, -u * x, -u * y, -u * one],
    [0, 0, 0, x, y, one, -v * x, -v * y, -v * one],
  ];
}

/** `rowsᵀ · rows`. */
function gram(rows: readonly (readonly number[])[]): number[][] {
  const columns = rows[0]!.map((_, index) => index);
  return columns.map((i) => columns.map((j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)));
}

/** The pseudo-inverse times a vector: what the marks do not tell, such as the matrix's factor, stays as it is. */
function applyPseudoInverse(pairs: readonly EigenPair[], vector: readonly number[]): number[] {
  const least = BLIND * pairs.at(-1)!.value;
  const result = vector.map(() => 0);
  // The smallest belongs to the factor of the matrix.
  for (const { value, vector: axis } of pairs.slice(1)) {
    if (value <= least) continue;
    const share = axis.reduce((sum, part, index) => sum + part * vector[index]!, 0) / value;
    for (const [index, part] of axis.entries()) result[index]! += share * part;
  }
  return result;
}

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
