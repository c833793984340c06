import type { Box, Point } from '@amaan/contracts/geometry';
import type { GroundPlane } from '@amaan/road/calibration/ground-plane';
import type { Place } from '@amaan/road/calibration/projective-map';

/** The last places that the next is foretold from, and how old they may be. */
const PLACES = 6;
const LOOK_BACK_SECONDS = 1.2;
/** What a vehicle does that nobody foretold: by how much it brakes or speeds up at most, and turns, in m/s². */
const ALONG = { slackM: 1, acceleration: 6 } as const;
const SIDEWAYS = { slackM: 0.7, acceleration: 4 } as const;
/** How many standard errors a place may be off. */
const PLACE_ERRORS = 4;
/** A vehicle that is slower has no direction, in m/s. */
const MOVING = 1.5;
/** The same without a calibration, in heights of the box. */
const SLACK_HEIGHTS = 0.35;
const MOST_HEIGHTS_PER_SECOND2 = 6;
/** A box whose height or width changes by more than this factor from frame to frame is cut, or another vehicle's. */
const MOST_GROWTH = 1.45;
/** What lies elsewhere for longer than this is no slip of the detector: the track is another vehicle's. */
const SLIP_SECONDS = 0.65;

interface Seen {
  readonly seconds: number;
  readonly at: Place;
  readonly size: readonly [width: number, height: number];
  readonly foot: Point;
}

/**
 * Whether a track goes on as one vehicle does. A tracker that loses a vehicle behind another and goes on with its neighbour
 * makes a jump in place or size. Where the track comes back to where the vehicle must be, something hid a part of it for a
 * moment; where it does not, nobody knows from then on whose track it is.
 */
export class TrackContinuity {
  readonly #plane: GroundPlane | null;
  #seen: Seen[] = [];
  /** Sights that do not go on from those before, until it is known what they are. */
  #strays: Seen[] = [];
  #breaks: number[] = [];

  constructor(plane: GroundPlane | null) {
    this.#plane = plane;
  }

  /** Whether it jumped within a time of the stream, or is elsewhere at its end. */
  isBrokenWithin(from: number, to: number): boolean {
    return (
      this.#breaks.some((at) => at >= from && at <= to) || this.#strays.some(({ seconds }) => seconds <= to)
    );
  }

  /** Notes that something else says that it is another vehicle's from now on. */
  break(seconds: number): void {
    this.#breaks = [...this.#breaks, seconds].slice(-32);
    this.#seen = [];
    this.#strays = [];
  }

  /** @returns whether the sight goes on from those before: whether it may be measured by */
  see(foot: Point, box: Box, seconds: number): boolean {
    // Heights count on the picture, where widths are scaled by the picture's shape.
    const height = Math.max(box[3], 1e-6);
    const ground = this.#plane ? this.#plane.toGround(foot) : null;
    const seen: Seen = {
      seconds,
      at: ground ?? [foot[0] / height, foot[1] / height],
      size: [Math.max(box[2], 1e-6), height],
      foot,
    };
    if (this.#plane && ground === null) return false;
    if (!this.#jumps(seen)) {
      this.#strays = [];
      this.#note(seen);
      return true;
    }
    this.#strays.push(seen);
    const first = this.#strays[0]!;
    if (seconds - first.seconds < SLIP_SECONDS) return false;
    const since = this.#strays.slice(-PLACES);
    this.break(first.seconds);
    this.#seen = since;
    return true;
  }

  #note(seen: Seen): void {
    this.#seen.push(seen);
    if (this.#seen.length > PLACES) this.#seen.shift();
  }

  #jumps(seen: Seen): boolean {
    const last = this.#seen.at(-1);
    if (!last) return false;
    const step = seen.seconds - last.seconds;
    const mostGrowth = Math.log(MOST_GROWTH) * Math.max(1, 2 * step);
    if (seen.size.some((size, index) => Math.abs(Math.log(size / last.size[index]!)) > mostGrowth))
      return true;
    const recent = this.#seen.filter(({ seconds }) => last.seconds - seconds <= LOOK_BACK_SECONDS);
    const ahead = seen.seconds - meanSeconds(recent);
    const [x, y] = ([0, 1] as const).map((axis) => foretell(recent, axis));
    const off: Place = [seen.at[0] - x!.middle - x!.slope * ahead, seen.at[1] - y!.middle - y!.slope * ahead];
    return this.#plane
      ? this.#isFar(this.#plane, seen, off, [x!.slope, y!.slope], ahead)
      : Math.max(...off.map(Math.abs)) > SLACK_HEIGHTS + (MOST_HEIGHTS_PER_SECOND2 / 2) * ahead ** 2;
  }

  /** Along its way a vehicle brakes and speeds up; sideways it does much less. */
  #isFar(plane: GroundPlane, { foot }: Seen, [ox, oy]: Place, [vx, vy]: Place, ahead: number): boolean {
    const speed = Math.hypot(vx, vy);
    const isMoving = speed > MOVING;
    const [ux, uy]: Place = isMoving ? [vx / speed, vy / speed] : [0, 1];
    const most = ({ slackM, acceleration }: typeof ALONG | typeof SIDEWAYS, direction: Place) =>
      slackM + PLACE_ERRORS * (plane.placeError(foot, direction) ?? 0) + (acceleration / 2) * ahead ** 2;
    return (
      Math.abs(ox * ux + oy * uy) > most(ALONG, [ux, uy]) ||
      Math.abs(ox * uy - oy * ux) > most(isMoving ? SIDEWAYS : ALONG, [uy, -ux])
    );
  }
}

function meanSeconds(seen: readonly Seen[]): number {
  return seen.reduce((sum, { seconds }) => sum + seconds, 0) / seen.length;
}

/** A straight line through places over time (least squares): where it is at their mean time, and its slope. */
function foretell(seen: readonly Seen[], axis: 0 | 1): { readonly middle: number; readonly slope: number } {
  const mean = meanSeconds(seen);
  const middle = seen.reduce((sum, { at }) => sum + at[axis], 0) / seen.length;
  let [spread, product] = [0, 0];
  for (const one of seen) {
    spread += (one.seconds - mean) ** 2;
    product += (one.seconds - mean) * (one.at[axis] - middle);
  }
  // Two sights say little of a speed: where the vehicle was is as good.
  return { middle, slope: spread < 1e-4 ? 0 : product / spread };
}
