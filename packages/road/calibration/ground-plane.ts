import type { Point } from '@amaan/contracts/geometry';
import type { CalibrationInput, Homography } from '@amaan/contracts/traffic/calibration';
import { checkMarks, checkSense } from './check-marks.ts';
import { fitGroundMap, type GroundFit, pixelsToGround } from './fit-ground-map.ts';
import { markedPlaces } from './marked-places.ts';
import { invertMap, mapPlace, type Place, type ProjectiveMap, toPixels } from './projective-map.ts';

/** Step of the numerical derivative by each of the map's nine numbers, which are of the order of 1. */
const STEP = 1e-6;

/**
 * The road as a plane before a camera: from fractions of the picture to metres and back, with what errors of the marks
 * and of the detector make of it. Pure; it follows from the marks alone, so it need not be stored.
 *
 * @example
 * const plane = new GroundPlane(view.calibration.input);
 * const [x, y] = plane.toGround([0.4, 0.7])!;
 */
export class GroundPlane {
  readonly input: CalibrationInput;
  readonly #fit: GroundFit;
  readonly #toGround: ProjectiveMap;
  readonly #toPixels: ProjectiveMap;
  /** The map with each of its nine numbers a little more and a little less. */
  readonly #neighbours: readonly (readonly [more: ProjectiveMap, less: ProjectiveMap])[];

  /** @throws CalibrationError for marks that no calibration follows from. */
  constructor(input: CalibrationInput) {
    checkMarks(input);
    const marks = markedPlaces(input);
    this.input = input;
    this.#fit = fitGroundMap(marks);
    this.#toGround = this.#oriented(pixelsToGround(this.#fit));
    this.#toPixels = invertMap(this.#toGround);
    checkSense(input, this.#toGround, this.#fit.residualPx);
    const { parameters } = this.#fit;
    const moved = (index: number, by: number) =>
      this.#oriented(pixelsToGround(this.#fit, parameters.with(index, parameters[index]! + by)));
    this.#neighbours = parameters.map((_, index) => [moved(index, STEP), moved(index, -STEP)]);
  }

  /** How far the marks are from where the fit puts them, root mean square; null where four fit exactly. */
  get fitErrorPx(): number | null {
    return markedPlaces(this.input).length > 4 ? this.#fit.residualPx : null;
  }

  /** For fractions of the picture. */
  get homography(): Homography {
    const { width, height } = this.input.picture;
    const [a, b, c, d, e, f, g, h, i] = this.#toGround;
    const map = [a! * width, b! * height, c!, d! * width, e! * height, f!, g! * width, h! * height, i!];
    // Any factor means the same; this one makes numbers that a person can read.
    const factor = 1 / Math.max(...map.map(Math.abs));
    return map.map((value) => value * factor) as Homography;
  }

  /** Metres on the ground; null at the horizon and above it. */
  toGround(at: Point): Place | null {
    return this.#groundOf(this.#toGround, toPixels(at, this.input.picture));
  }

  /** A fraction of the picture, which may lie outside of 0–1; null for what is behind the camera. */
  toPicture(ground: Place): Point | null {
    const { place, w } = mapPlace(this.#toPixels, ground);
    if (w <= 0) return null;
    return [place[0] / this.input.picture.width, place[1] / this.input.picture.height];
  }

  /**
   * Standard error in metres, in a direction of the ground, of where an object stands whose foot point is wrong by
   * `footErrorPx` in each direction.
   * @param direction unit vector on the ground
   */
  placeError(at: Point, direction: Place): number | null {
    const pixel = toPixels(at, this.input.picture);
    const step = 0.5;
    const along = (dx: number, dy: number): number | null => {
      const before = this.#groundOf(this.#toGround, [pixel[0] - dx, pixel[1] - dy]);
      const after = this.#groundOf(this.#toGround, [pixel[0] + dx, pixel[1] + dy]);
      if (!before || !after) return null;
      return ((after[0] - before[0]) * direction[0] + (after[1] - before[1]) * direction[1]) / (2 * step);
    };
    const across = along(step, 0);
    const down = along(0, step);
    return across === null || down === null ? null : this.input.footErrorPx * Math.hypot(across, down);
  }

  /**
   * Standard error, from the errors of the marks, of a sum of places along a direction of the ground: of a distance when
   * the coefficients are −1 and 1, of a speed when they are those of a fitted line. First order: the gradient by the
   * map's nine numbers times their covariance.
   *
   * @param coefficients one for each place, 0 in all, so that where the ground's origin lies does not matter
   * @param direction unit vector on the ground
   * @returns null where a place lies above the horizon
   */
  marksError(places: readonly Point[], coefficients: readonly number[], direction: Place): number | null {
    const pixels = places.map((at) => toPixels(at, this.input.picture));
    const sumOf = (map: ProjectiveMap): number | null => {
      let sum = 0;
      for (const [index, pixel] of pixels.entries()) {
        const ground = this.#groundOf(map, pixel);
        if (!ground) return null;
        sum += coefficients[index]! * (ground[0] * direction[0] + ground[1] * direction[1]);
      }
      return sum;
    };
    const { covariance } = this.#fit;
    const gradient: number[] = [];
    for (const [more, less] of this.#neighbours) {
      const [above, below] = [sumOf(more), sumOf(less)];
      if (above === null || below === null) return null;
      gradient.push((above - below) / (2 * STEP));
    }
    const variance = gradient.reduce(
      (sum, slope, row) =>
        sum + slope * covariance[row]!.reduce((part, value, column) => part + value * gradient[column]!, 0),
      0,
    );
    return this.input.markErrorPx * Math.sqrt(Math.max(0, variance));
  }

  /** The share by which a distance between two places is wrong from the errors of the marks, as a standard error. */
  scaleErrorShare(from: Point, to: Point): number | null {
    const [start, end] = [this.toGround(from), this.toGround(to)];
    if (!start || !end) return null;
    const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
    if (length === 0) return null;
    const direction: Place = [(end[0] - start[0]) / length, (end[1] - start[1]) / length];
    const error = this.marksError([from, to], [-1, 1], direction);
    return error === null ? null : error / length;
  }

  /** Metres of ground along a direction that a pixel of the picture covers there, at the least. */
  metresPerPixel(at: Point, direction: Place): number | null {
    const ground = this.toGround(at);
    if (!ground) return null;
    const ahead = this.toPicture([ground[0] + 0.05 * direction[0], ground[1] + 0.05 * direction[1]]);
    if (!ahead) return null;
    const { width, height } = this.input.picture;
    const pixels = Math.hypot((ahead[0] - at[0]) * width, (ahead[1] - at[1]) * height);
    return pixels === 0 ? null : 0.05 / pixels;
  }

  #groundOf(map: ProjectiveMap, pixel: Place): Place | null {
    const { place, w } = mapPlace(map, pixel);
    return w > 0 && Number.isFinite(place[0]) && Number.isFinite(place[1]) ? place : null;
  }

  /** The same map with a positive third coordinate on the road: at the first mark. */
  #oriented(map: ProjectiveMap): ProjectiveMap {
    const mark = markedPlaces(this.input)[0]!;
    return mapPlace(map, mark.pixel).w < 0 ? map.map((value) => -value) : map;
  }
}
