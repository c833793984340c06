import type { LaneSums } from '@amaan/contracts/traffic/lane-measures';
import { crossingTime } from '@amaan/road/measuring/crossing-time';
import type { MeasuredLane } from '@amaan/road/measuring/measured-lane';
import { speedByLines } from '@amaan/road/measuring/speed-by-lines';
import { type LaneSpeed, SPEED_WINDOW_SECONDS, speedOnGround } from '@amaan/road/measuring/speed-on-ground';
import type { VehicleTrajectory } from '@amaan/road/measuring/vehicle-trajectory';
import { LinePassage } from '@amaan/vision/tracking/line-passage';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';
import { LineCover } from './line-cover.ts';

/** A speed whose own error is more than this many times the limit is not used: the track jumped, or was seen too little. */
const MOST_SPEED_ERRORS = 1.25;

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

  #speedByLines(trajectory: VehicleTrajectory, entry: number, exitSeconds: number | null): LaneSpeed | null {
    const { exit, countingLine } = this.#measured.lane;
    if (!exit || exitSeconds === null || exitSeconds <= entry || trajectory.sights.length < 2) return null;
    const speed = speedByLines(countingLine, exit, exitSeconds - entry);
    return speed.noise > MOST_SPEED_ERRORS * this.#speedErrorKmh ? null : speed;
  }

  #speedOnGround(trajectory: VehicleTrajectory, seconds: number): LaneSpeed | null {
    const speed = speedOnGround(this.#measured, trajectory, seconds);
    if (!speed || Math.hypot(speed.noise, speed.bias) > MOST_SPEED_ERRORS * this.#speedErrorKmh) return null;
    return speed;
  }
}

function addSpeed(draft: LaneSums, { kmh, noise, bias }: LaneSpeed): void {
  const hundredths = Math.round(100 * kmh);
  const bin = String(Math.min(999, Math.floor(hundredths / 100)));
  draft.speeds += 1;
  draft.speedSum += hundredths;
  draft.speedSquares += hundredths ** 2;
  draft.speedNoiseSquares += Math.round(100 * noise) ** 2;
  draft.speedBiasSum += Math.round(100 * bias);
  draft.speedHistogram[bin] = (draft.speedHistogram[bin] ?? 0) + 1;
}
