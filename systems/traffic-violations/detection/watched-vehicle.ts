import type { TrackedObject } from '@amaan/contracts/detection';
import type { Point } from '@amaan/contracts/geometry';
import { instantOf } from '@amaan/contracts/instant';
import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import type { EvidenceGap, SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';
import type { GroundPlane } from '@amaan/road/calibration/ground-plane';
import { VehicleTrajectory } from '@amaan/road/measuring/vehicle-trajectory';
import { trafficViolations } from '../system.ts';
import { TrackContinuity } from './track-continuity.ts';

/** The moment of a frame on both clocks. */
export interface FrameMoment {
  readonly seconds: number;
  readonly capturedAt: number;
}

/** A vehicle as one frame showed it. */
export interface VehicleSight extends FrameMoment {
  readonly object: TrackedObject;
}

/** Nothing looks further back for a frame's own box. */
const KEPT_SECONDS = 30;
const PATH_LIMIT = 64;
/** A box that reaches the picture's edge is cut there: its foot point is not the vehicle's. */
const EDGE = 0.004;

/** One vehicle while it is seen, with what says whether its track may be believed. */
export class WatchedVehicle {
  readonly trajectory: VehicleTrajectory;
  readonly first: FrameMoment;
  /** The lane that it was on last. */
  laneId: LaneId | null = null;
  readonly #continuity: TrackContinuity;
  #sights: VehicleSight[] = [];
  #path: { readonly at: number; readonly place: Point }[] = [];
  #stride = 1;
  #seen = 0;
  readonly #classes = new Map<string, number>();

  constructor(object: TrackedObject, moment: FrameMoment, plane: GroundPlane | null) {
    this.trajectory = new VehicleTrajectory(object, moment.seconds, plane);
    this.first = moment;
    this.#continuity = new TrackContinuity(plane);
    this.#note(object, moment);
  }

  /** Whether a box shows where its vehicle stands: it is not cut by the picture's edge. */
  static isWhole({ box: [x, y, width, height] }: TrackedObject): boolean {
    return x >= EDGE && x + width <= 1 - EDGE && y + height <= 1 - EDGE;
  }

  get track(): number {
    return this.trajectory.track;
  }

  get last(): VehicleSight {
    return this.#sights.at(-1)!;
  }

  /** The class that most frames say. */
  get class(): VehicleClass {
    return [...this.#classes].reduce((a, b) => (b[1] > a[1] ? b : a))[0] as VehicleClass;
  }

  /** Share of the frames that say so. */
  get classShare(): number {
    return (this.#classes.get(this.class) ?? 0) / this.#seen;
  }

  see(object: TrackedObject, moment: FrameMoment, plane: GroundPlane | null): void {
    this.trajectory.see(object, moment.seconds, plane);
    this.#note(object, moment);
  }

  /** The frame that showed it nearest to a moment of the stream. */
  sightAt(seconds: number): VehicleSight {
    return this.#sights.reduce((best, one) =>
      Math.abs(one.seconds - seconds) < Math.abs(best.seconds - seconds) ? one : best,
    );
  }

  /**
   * What speaks against taking the track for one vehicle from a moment to another, in seconds of the stream.
   * @param longestGap how long it may be unseen in between
   */
  doubt(from: number, to: number, longestGap: number): EvidenceGap | null {
    const broken = this.#continuity.brokenWithin(from - trafficViolations.settings.soundBeforeSeconds, to);
    if (broken !== null) return 'track-broken';
    const within = this.#sights.filter(({ seconds }) => seconds >= from - 0.001 && seconds <= to + 0.001);
    const gap = within.reduce(
      (most, { seconds }, index) => Math.max(most, index === 0 ? 0 : seconds - within[index - 1]!.seconds),
      0,
    );
    return within.length < 2 || gap > longestGap ? 'hidden' : null;
  }

  /** What every violation says of the track, until now. */
  evidence(): Pick<SuspectedViolation, 'firstSeenAt' | 'lastSeenAt' | 'path'> {
    const { capturedAt } = this.last;
    const last = { at: capturedAt, place: this.trajectory.last.foot };
    const path = this.#path.at(-1)?.at === capturedAt ? this.#path : [...this.#path, last];
    return {
      firstSeenAt: instantOf(Math.round(this.first.capturedAt)),
      lastSeenAt: instantOf(Math.round(capturedAt)),
      path: path.map(({ at, place }) => ({ at: instantOf(Math.round(at)), place })),
    };
  }

  #note(object: TrackedObject, moment: FrameMoment): void {
    const { foot } = this.trajectory.last;
    this.#continuity.see(foot, object.box, moment.seconds);
    this.#sights.push({ ...moment, object });
    const old = this.#sights.findIndex(({ seconds }) => moment.seconds - seconds <= KEPT_SECONDS);
    if (old > 0) this.#sights.splice(0, old);
    this.#classes.set(object.class, (this.#classes.get(object.class) ?? 0) + 1);
    // As `ThinnedPath` does it: when it is full every second place goes. Here each has its moment.
    if (this.#seen % this.#stride === 0) {
      if (this.#path.length === PATH_LIMIT - 1) {
        this.#path = this.#path.filter((_, index) => index % 2 === 0);
        this.#stride *= 2;
      }
      if (this.#seen % this.#stride === 0) this.#path.push({ at: moment.capturedAt, place: foot });
    }
    this.#seen += 1;
  }
}
