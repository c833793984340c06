import type { LineSegment, Point } from '@amaan/contracts/geometry';
import { instantOf } from '@amaan/contracts/instant';
import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { LineCrossed } from '@amaan/contracts/violations/suspected-violation';
import { FRAME_TIME_ERROR } from '@amaan/road/calibration/frame-time-error';
import type { GroundPlane } from '@amaan/road/calibration/ground-plane';
import type { Place } from '@amaan/road/calibration/projective-map';
import type { MeasuredLane } from '@amaan/road/measuring/measured-lane';
import type { Sight } from '@amaan/road/measuring/vehicle-trajectory';
import { type CrossingDirection, LinePassage } from '@amaan/vision/tracking/line-passage';
import { sideOf } from '@amaan/vision/tracking/picture-geometry';
import type { WatchedVehicle } from './watched-vehicle.ts';

/** A vehicle's front went over a line: when, in seconds of the stream. */
export interface Passage {
  readonly seconds: number;
  /** The earliest and the latest that it may have been. */
  readonly earliest: number;
  readonly latest: number;
  readonly place: Point;
  /** The sights between which it was. */
  readonly before: number;
  readonly after: number;
}

/** Watches one vehicle and one line. */
export interface PassageWatch {
  /** Takes the vehicle's last sight. @returns the passage, once it is certain */
  step(vehicle: WatchedVehicle): Passage | 'front-unknown' | null;
}

/** Shortest and longest that vehicles of a class are, in metres: rear or middle are seen, and the front is what counts. */
const LENGTHS_M: Readonly<Record<VehicleClass, readonly [number, number]>> = {
  bicycle: [1.4, 2.2],
  motorcycle: [1.6, 2.6],
  car: [3.2, 5.6],
  truck: [4.5, 19],
  bus: [6, 19],
};
/** How many standard errors a place may be off. */
const PLACE_ERRORS = 2.5;
/** Without a calibration, a foot point is off by so much of its box's height. */
const FOOT_SHARE = 0.06;
/** A crossing that slow has a moment that nobody can tell. */
const MOST_ERROR_SECONDS = 5;

/** Over a line on the picture by the foot point: where that is the vehicle's front, or where any part of it will do. */
export class FootPassage implements PassageWatch {
  readonly #line: LineSegment;
  readonly #direction: CrossingDirection | null;
  readonly #plane: GroundPlane | null;
  readonly #passage: LinePassage;

  /** @param direction null: either */
  constructor(
    line: LineSegment,
    direction: CrossingDirection | null,
    plane: GroundPlane | null,
    margin: number,
  ) {
    this.#line = line;
    this.#direction = direction;
    this.#plane = plane;
    this.#passage = new LinePassage(line, margin);
  }

  step({ trajectory }: WatchedVehicle): Passage | null {
    const crossed = this.#passage.step(trajectory.object.box);
    if (crossed === null || (this.#direction !== null && crossed !== this.#direction)) return null;
    const { sights } = trajectory;
    for (let index = sights.length - 1; index > 0; index--) {
      const [before, after] = [sights[index - 1]!, sights[index]!];
      const [from, to] = [sideOf(this.#line, before.foot), sideOf(this.#line, after.foot)];
      if (from * to > 0 || from === to) continue;
      const share = from / (from - to);
      const seconds = before.seconds + share * (after.seconds - before.seconds);
      const error = this.#error(sights, index, trajectory.object.box[3]);
      return {
        ...{ seconds, earliest: seconds - error, latest: seconds + error },
        ...{ before: before.seconds, after: after.seconds, place: between(before.foot, after.foot, share) },
      };
    }
    return null;
  }

  /** What the place may be wrong by, as time: by how fast the vehicle came over the line. */
  #error(sights: readonly Sight[], index: number, boxHeight: number): number {
    const [from, to] = [sights[Math.max(0, index - 3)]!, sights[Math.min(sights.length - 1, index + 2)]!];
    const passed = to.seconds - from.seconds;
    if (this.#plane && from.ground && to.ground) {
      const way: Place = [to.ground[0] - from.ground[0], to.ground[1] - from.ground[1]];
      const metres = Math.hypot(...way);
      const error = this.#plane.placeError(sights[index]!.foot, [way[0] / metres, way[1] / metres]);
      if (metres > 0 && error !== null) return timeError(error, metres / passed);
    }
    const moved = Math.hypot(to.foot[0] - from.foot[0], to.foot[1] - from.foot[1]);
    return timeError(FOOT_SHARE * boxHeight, moved / passed);
  }
}

/**
 * Over a line on the ground by the front of a vehicle whose rear or side is seen. How long it is nobody knows, so the front
 * was there as early as the longest vehicle's of its class and as late as the shortest's.
 */
export class FrontPassage implements PassageWatch {
  readonly #lane: MeasuredLane;
  readonly #plane: GroundPlane;
  readonly #line: readonly [Place, Place];
  /** 1 or −1, so that distances are positive beyond the line. */
  readonly #sign: number;
  #wasBefore = false;
  #isOver = false;

  constructor(line: readonly [Place, Place], lane: MeasuredLane, plane: GroundPlane) {
    this.#lane = lane;
    this.#plane = plane;
    this.#line = line;
    const [[ax, ay], [bx, by]] = line;
    const [dx, dy] = lane.ground!.axis;
    this.#sign = (bx - ax) * dy - (by - ay) * dx > 0 ? 1 : -1;
  }

  step(vehicle: WatchedVehicle): Passage | 'front-unknown' | null {
    const { sights, last } = vehicle.trajectory;
    const now = this.#beyond(last);
    if (this.#isOver || now === null) return null;
    const share = this.#lane.footEnd === 'side' ? 0.5 : 1;
    const [shortest, longest] = LENGTHS_M[vehicle.class].map((metres) => share * metres) as [number, number];
    const slack = PLACE_ERRORS * (this.#plane.placeError(last.foot, this.#lane.ground!.axis) ?? 0);
    if (now + longest + slack < 0) this.#wasBefore = true;
    if (now + shortest <= slack) return null;
    this.#isOver = true;
    const earliest = this.#lastUnder(sights, -longest - slack);
    const latest = this.#lastUnder(sights, -shortest + slack);
    if (!this.#wasBefore || earliest === null || latest === null || !this.#passesThrough(last))
      return 'front-unknown';
    const late = sights[Math.min(sights.length - 1, sights.indexOf(latest) + 1)]!;
    return {
      ...{ seconds: (earliest.seconds + late.seconds) / 2, earliest: earliest.seconds, latest: late.seconds },
      ...{ before: earliest.seconds, after: late.seconds, place: late.foot },
    };
  }

  /** The last sight in which the foot point was surely so far before the line, or nearer by less. */
  #lastUnder(sights: readonly Sight[], metres: number): Sight | null {
    return (
      sights.findLast((sight) => {
        const beyond = this.#beyond(sight);
        return beyond !== null && beyond <= metres;
      }) ?? null
    );
  }

  /** Metres of the foot point beyond the line, negative before it. */
  #beyond({ ground }: Sight): number | null {
    if (!ground) return null;
    const [[ax, ay], [bx, by]] = this.#line;
    const cross = (bx - ax) * (ground[1] - ay) - (by - ay) * (ground[0] - ax);
    return (this.#sign * cross) / Math.hypot(bx - ax, by - ay);
  }

  /** Whether it drives over the segment and not past its ends. */
  #passesThrough({ ground }: Sight): boolean {
    const [[ax, ay], [bx, by]] = this.#line;
    const [dx, dy] = [bx - ax, by - ay];
    const along = ((ground![0] - ax) * dx + (ground![1] - ay) * dy) / (dx * dx + dy * dy);
    return along >= -0.1 && along <= 1.1;
  }
}

/** Watches a lane's line by what its vehicles show of themselves; null where the front cannot be told. */
export function frontPassage(
  line: LineSegment,
  lane: MeasuredLane,
  plane: GroundPlane | null,
  margin: number,
): PassageWatch | null {
  if (lane.footEnd === 'front') return new FootPassage(line, lane.forwardOver(line), plane, margin);
  const [from, to] = line.map((at) => plane?.toGround(at) ?? null);
  return plane && from && to && lane.ground ? new FrontPassage([from, to], lane, plane) : null;
}

/** A passage as it stands in the evidence. @param unixOf Unix milliseconds of a stream time */
export function lineCrossed(passage: Passage, unixOf: (seconds: number) => number): LineCrossed {
  const error = Math.max(passage.seconds - passage.earliest, passage.latest - passage.seconds);
  return {
    at: instantOf(Math.round(unixOf(passage.seconds))),
    errorMs: Math.round(1000 * error),
    place: passage.place.map((value) => Math.min(1, Math.max(0, value))) as Point,
  };
}

function timeError(error: number, speed: number): number {
  return Math.min(
    MOST_ERROR_SECONDS,
    PLACE_ERRORS * Math.hypot(FRAME_TIME_ERROR, speed > 0 ? error / speed : MOST_ERROR_SECONDS),
  );
}

function between(a: Point, b: Point, share: number): Point {
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}
