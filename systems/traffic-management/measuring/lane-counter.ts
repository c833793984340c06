import type { LineSegment, Point } from '@amaan/contracts/geometry';
import type { LaneSums } from '@amaan/contracts/traffic/lane-measures';
import { LinePassage } from '@amaan/vision/tracking/line-passage';
import { sideOf } from '@amaan/vision/tracking/picture-geometry';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';
import { LineCover } from './line-cover.ts';
import type { MeasuredLane } from './measured-lane.ts';
import { fitSpeed, withTimeErrors } from './speed-fit.ts';
import type { VehicleTrajectory } from './vehicle-trajectory.ts';

/** A speed is measured over so long before and after the counting line. */
export const SPEED_WINDOW_SECONDS = 2;
/** A speed whose own error is more than this many times the limit is not used: the track jumped, or was seen too little. */
const MOST_SPEED_ERRORS = 1.25;
/** Relative standard errors of a distance between two lines that was measured on site, and of a place on the picture. */
const LINE_DISTANCE_ERROR = 0.01;
const LINE_PLACE_ERROR = 0.003;

/** A vehicle that crossed the counting line. */
interface Crossing {
  readonly trajectory: VehicleTrajectory;
  readonly seconds: number;
  readonly unixMs: number;
  /** The one before it in this lane; null after a pause of the pictures. */
  readonly before: Crossing | null;
  /** When it crossed the exit line, where there is one. */
  exitSeconds: number | null;
}

interface Lines {
  readonly counting: LinePassage;
  readonly exit: LinePassage | null;
}

/** A speed with its two kinds of error, all in km/h. */
interface Speed {
  readonly kmh: number;
  readonly noise: number;
  readonly bias: number;
}

/** What happens at the counting line of one lane: counts, speeds, headways, gaps, occupancy. */
export class LaneCounter {
  readonly #measured: MeasuredLane;
  readonly #margin: number;
  readonly #speedErrorKmh: number;
  readonly #lines = new TrackMemory<Lines>();
  readonly #cover: LineCover;
  #pending: Crossing[] = [];
  #last: Crossing | null = null;

  constructor(measured: MeasuredLane, margin: number, speedErrorKmh: number) {
    this.#measured = measured;
    this.#margin = margin;
    this.#speedErrorKmh = speedErrorKmh;
    this.#cover = new LineCover(measured);
  }

  /**
   * Takes a frame's vehicles, wherever they are.
   * @param unixOf Unix milliseconds of a stream time
   * @returns time in milliseconds that the counting line was covered since the last frame
   */
  step(vehicles: readonly VehicleTrajectory[], seconds: number, unixOf: (seconds: number) => number): number {
    const crossed: Crossing[] = [];
    const { countingLine, exit } = this.#measured.lane;
    for (const trajectory of vehicles) {
      const lines = this.#lines.recall(trajectory.track, seconds, () => ({
        counting: new LinePassage(countingLine, this.#margin),
        exit: exit && new LinePassage(exit.line, this.#margin),
      }));
      const { box } = trajectory.object;
      if (lines.counting.step(box) === this.#measured.forwardOver(countingLine)) {
        const at = crossingTime(trajectory, countingLine);
        crossed.push({ trajectory, seconds: at, unixMs: unixOf(at), before: null, exitSeconds: null });
      }
      if (exit && lines.exit?.step(box) === this.#measured.forwardOver(exit.line)) {
        const known = [...this.#pending, ...crossed].find((one) => one.trajectory === trajectory);
        if (known) known.exitSeconds = crossingTime(trajectory, exit.line);
      }
    }
    for (const crossing of crossed.toSorted((a, b) => a.seconds - b.seconds)) {
      const linked = { ...crossing, before: this.#last && { ...this.#last, before: null } };
      this.#pending.push(linked);
      this.#last = linked;
    }
    this.#lines.forget(seconds);
    return this.#cover.step(vehicles);
  }

  /** After a pause of the pictures nobody knows who came in between. */
  pause(): void {
    this.#last = null;
  }

  /** Writes down the crossings about which nothing more will be known. */
  settle(seconds: number, draftAt: (unixMs: number) => LaneSums | null, usesGround: boolean): void {
    const wait = this.#measured.lane.exit ? 3 * SPEED_WINDOW_SECONDS : SPEED_WINDOW_SECONDS;
    const isOver = (crossing: Crossing) => seconds - crossing.seconds > wait;
    for (const crossing of this.#pending.filter(isOver)) {
      const draft = draftAt(crossing.unixMs);
      if (draft) this.#write(crossing, draft, usesGround);
    }
    this.#pending = this.#pending.filter((crossing) => !isOver(crossing));
  }

  /** How long after a crossing its vehicle may still be written down. */
  static readonly longestWaitSeconds = 3 * SPEED_WINDOW_SECONDS + 1;

  #write({ trajectory, seconds, before, exitSeconds }: Crossing, draft: LaneSums, usesGround: boolean): void {
    draft.counts[trajectory.class] = (draft.counts[trajectory.class] ?? 0) + 1;
    const speed =
      this.#speedByLines(trajectory, seconds, exitSeconds) ??
      (usesGround ? this.#speedOnGround(trajectory, seconds) : null);
    if (speed) addSpeed(draft, speed);
    if (!before) return;
    const headwayMs = Math.max(0, 1000 * (seconds - before.seconds));
    draft.headways += 1;
    draft.headwaySumMs += Math.round(headwayMs);
    draft.headwaySquares += Math.round(headwayMs) ** 2;
    const covered = this.#coveredBetween(before.trajectory, trajectory);
    const gapMs = covered === null ? null : Math.round(headwayMs - covered);
    if (gapMs === null || gapMs < 0) return;
    draft.gaps += 1;
    draft.gapSumMs += gapMs;
    draft.gapSquares += gapMs ** 2;
  }

  /** What of a headway is no gap: the foot points are both vehicles' fronts, rears or middles. */
  #coveredBetween(leader: VehicleTrajectory, follower: VehicleTrajectory): number | null {
    const [ofLeader, ofFollower] = [this.#cover.coveredMs(leader), this.#cover.coveredMs(follower)];
    if (ofLeader === null || ofFollower === null) return null;
    const { footEnd } = this.#measured;
    if (footEnd === 'front') return ofLeader;
    return footEnd === 'rear' ? ofFollower : (ofLeader + ofFollower) / 2;
  }

  #speedByLines(trajectory: VehicleTrajectory, entry: number, exitSeconds: number | null): Speed | null {
    const { exit, countingLine } = this.#measured.lane;
    if (!exit || exitSeconds === null || exitSeconds <= entry) return null;
    const seconds = exitSeconds - entry;
    const way = distanceOf(middleOf(countingLine), middleOf(exit.line));
    const kmh = (3.6 * exit.distanceM) / seconds;
    // A place on the picture that is wrong makes the moment of crossing wrong, at both lines.
    const noise = kmh * Math.SQRT2 * (LINE_PLACE_ERROR / Math.max(way, LINE_PLACE_ERROR));
    if (noise > MOST_SPEED_ERRORS * this.#speedErrorKmh || trajectory.sights.length < 2) return null;
    return { kmh, noise, bias: kmh * LINE_DISTANCE_ERROR };
  }

  #speedOnGround(trajectory: VehicleTrajectory, seconds: number): Speed | null {
    const { ground } = this.#measured;
    const [from, to] = [seconds - SPEED_WINDOW_SECONDS, seconds + SPEED_WINDOW_SECONDS];
    const places = this.#measured.places(trajectory, ground?.speeds ?? null, from, to);
    const about = fitSpeed(places);
    const fit = about && fitSpeed(withTimeErrors(places, about.metresPerSecond));
    if (!ground || !fit || fit.metresPerSecond <= 0) return null;
    const marks = ground.plane.marksError(
      places.map(({ foot }) => foot),
      fit.coefficients,
      ground.axis,
    );
    if (marks === null) return null;
    const [noise, bias] = [3.6 * fit.error, 3.6 * marks];
    if (Math.hypot(noise, bias) > MOST_SPEED_ERRORS * this.#speedErrorKmh) return null;
    return { kmh: 3.6 * fit.metresPerSecond, noise, bias };
  }
}

function addSpeed(draft: LaneSums, { kmh, noise, bias }: Speed): void {
  const hundredths = Math.round(100 * kmh);
  const bin = String(Math.min(999, Math.floor(hundredths / 100)));
  draft.speeds += 1;
  draft.speedSum += hundredths;
  draft.speedSquares += hundredths ** 2;
  draft.speedNoiseSquares += Math.round(100 * noise) ** 2;
  draft.speedBiasSum += Math.round(100 * bias);
  draft.speedHistogram[bin] = (draft.speedHistogram[bin] ?? 0) + 1;
}

/**
 * When the foot point went over a line: between the last two sights on different sides of it, by the share of the way.
 * The time of the last sight where it is not known better.
 */
function crossingTime({ sights }: VehicleTrajectory, line: LineSegment): number {
  for (let index = sights.length - 1; index > 0; index--) {
    const [before, after] = [sights[index - 1]!, sights[index]!];
    const [from, to] = [sideOf(line, before.foot), sideOf(line, after.foot)];
    if (from * to <= 0 && from !== to)
      return before.seconds + (from / (from - to)) * (after.seconds - before.seconds);
  }
  return sights.at(-1)!.seconds;
}

function middleOf([[ax, ay], [bx, by]]: LineSegment): Point {
  return [(ax + bx) / 2, (ay + by) / 2];
}

function distanceOf(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}
