import type { Box, Point } from '@amaan/contracts/geometry';
import type { GroundPlane } from '@amaan/road/calibration/ground-plane';
import type { Place } from '@amaan/road/calibration/projective-map';

/** The last places that the next is foretold from, and how old they may be. */
const PLACES = 6;
const LOOK_BACK_SECONDS = 1.2;
/** What a vehicle does that nobody foretold: it brakes or speeds up by at most so much, in m/s². */
const MOST_ACCELERATION = 9;
/** Metres that a foot point may be off beside the errors of its place, and how many of those. */
const SLACK_M = 1;
const PLACE_ERRORS = 4;
/** The same without a calibration, in heights of the box. */
const SLACK_HEIGHTS = 0.35;
const MOST_HEIGHTS_PER_SECOND2 = 6;
/** A box whose height changes by more than this factor from frame to frame is cut, or another vehicle's. */
const MOST_GROWTH = 1.45;

interface Seen {
  readonly seconds: number;
  readonly at: Place;
  readonly height: number;
}

/**
 * Whether a track goes on as one vehicle does. A tracker that loses a vehicle behind another and goes on with its neighbour
 * makes a jump in place or size: from then on nobody knows whose track it is.
 */
export class TrackContinuity {
  readonly #plane: GroundPlane | null;
  #seen: Seen[] = [];
  #breaks: number[] = [];

  constructor(plane: GroundPlane | null) {
    this.#plane = plane;
  }

  /** When it jumped last, in seconds of the stream, within a time; null: it did not. */
  brokenWithin(from: number, to: number): number | null {
    return this.#breaks.findLast((at) => at >= from && at <= to) ?? null;
  }

  see(foot: Point, box: Box, seconds: number): void {
    const ground = this.#plane?.toGround(foot) ?? null;
    // Heights count on the picture, where widths are scaled by the picture's shape.
    const at: Place = ground ?? [foot[0] / Math.max(box[3], 1e-6), foot[1] / Math.max(box[3], 1e-6)];
    const seen: Seen = { seconds, at, height: box[3] };
    if (this.#jumps(seen, foot, ground !== null)) {
      this.#breaks.push(seconds);
      this.#breaks = this.#breaks.slice(-32);
      this.#seen = [];
    }
    this.#seen.push(seen);
    if (this.#seen.length > PLACES) this.#seen.shift();
  }

  #jumps(seen: Seen, foot: Point, isGround: boolean): boolean {
    const last = this.#seen.at(-1);
    if (!last) return false;
    const step = seen.seconds - last.seconds;
    const growth = seen.height / Math.max(last.height, 1e-6);
    const mostGrowth = MOST_GROWTH ** Math.max(1, 2 * step);
    if (growth > mostGrowth || growth < 1 / mostGrowth) return true;
    const recent = this.#seen.filter(({ seconds }) => seen.seconds - seconds <= LOOK_BACK_SECONDS);
    if (recent.length < 2) return step > LOOK_BACK_SECONDS && this.#isFar(last, seen, foot, isGround);
    return ([0, 1] as const).some((axis) => {
      const told = foretell(recent, axis, seen.seconds);
      return (
        Math.abs(seen.at[axis] - told) >
        this.#allowance(axis, foot, seen.seconds - meanSeconds(recent), isGround)
      );
    });
  }

  /** After a long time unseen, whatever it did: a vehicle that stood may be where it was, and nowhere else is it known. */
  #isFar(last: Seen, seen: Seen, foot: Point, isGround: boolean): boolean {
    return ([0, 1] as const).some(
      (axis) => Math.abs(seen.at[axis] - last.at[axis]) > this.#allowance(axis, foot, 0, isGround),
    );
  }

  #allowance(axis: 0 | 1, foot: Point, ahead: number, isGround: boolean): number {
    if (!isGround) return SLACK_HEIGHTS + (MOST_HEIGHTS_PER_SECOND2 / 2) * ahead ** 2;
    const error = this.#plane?.placeError(foot, axis === 0 ? [1, 0] : [0, 1]) ?? 0;
    return SLACK_M + PLACE_ERRORS * error + (MOST_ACCELERATION / 2) * ahead ** 2;
  }
}

function meanSeconds(seen: readonly Seen[]): number {
  return seen.reduce((sum, { seconds }) => sum + seconds, 0) / seen.length;
}

/** A straight line through the last places (least squares), at a moment after them. */
function foretell(seen: readonly Seen[], axis: 0 | 1, seconds: number): number {
  const middle = meanSeconds(seen);
  const place = seen.reduce((sum, { at }) => sum + at[axis], 0) / seen.length;
  let [spread, product] = [0, 0];
  for (const one of seen) {
    spread += (one.seconds - middle) ** 2;
    product += (one.seconds - middle) * (one.at[axis] - place);
  }
  return spread === 0 ? place : place + (product / spread) * (seconds - middle);
}
