import type { TrackedObject } from '@amaan/contracts/detection';
import type { Box, Point } from '@amaan/contracts/geometry';
import { instantOf } from '@amaan/contracts/instant';
import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import type { EvidenceGap, SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';
import type { GroundPlane } from '@amaan/road/calibration/ground-plane';
import { VehicleTrajectory } from '@amaan/road/measuring/vehicle-trajectory';
import { boxOverlap } from '@amaan/vision/tracking/box-overlap';
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
  /** Where the vehicle must have been by the sights before: nothing hid a part of it. */
  readonly isSound: boolean;
}

/** Nothing looks further back for a frame's own box. */
const KEPT_SECONDS = 30;
const PATH_LIMIT = 64;
/** Movement between sights further apart says nothing of where it is now. */
const FRESH_SECONDS = 0.6;
/** A box that reaches the picture's edge is cut there: its foot point is not the vehicle's. */
const EDGE = 0.004;

/** Whoever is seen again so soon where it stood has stood there all the time. */
const STANDING = { seconds: 2.5, overlap: 0.65 } as const;

/** One vehicle while it is seen, with what says whether its track may be believed. */
export class WatchedVehicle {
  readonly trajectory: VehicleTrajectory;
  readonly first: FrameMoment;
  /** The lane that it was on last. */
  laneId: LaneId | null = null;
  /** Every number that its tracker gave it: it may begin anew after the vehicle was hidden. */
  readonly tracks: number[];
  readonly #continuity: TrackContinuity;
  #sights: VehicleSight[] = [];
  #path: { readonly at: number; readonly place: Point }[] = [];
  #stride = 1;
  #seen = 0;
  readonly #classes = new Map<string, number>();

  constructor(object: TrackedObject, moment: FrameMoment, plane: GroundPlane | null) {
    this.trajectory = new VehicleTrajectory(object, moment.seconds, plane);
    this.first = moment;
    this.tracks = [object.track];
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

  /** Share of the frames that say one of these classes. */
  shareOf(classes: readonly VehicleClass[]): number {
    return classes.reduce((sum, name) => sum + (this.#classes.get(name) ?? 0), 0) / this.#seen;
  }

  /** Where its box must be, by how it moved between its last two sights. */
  boxAt(seconds: number): Box {
    const [last, before] = [this.#sights.at(-1)!, this.#sights.at(-2)];
    const [x, y, width, height] = last.object.box;
    const passed = before ? last.seconds - before.seconds : 0;
    if (!before || passed <= 0 || passed > FRESH_SECONDS) return last.object.box;
    const ahead = Math.min(seconds - last.seconds, FRESH_SECONDS) / passed;
    const [bx, by, bw, bh] = before.object.box;
    const across = x + width / 2 - bx - bw / 2;
    const down = y + height - by - bh;
    return [x + ahead * across, y + ahead * down, width, height];
  }

  /** Something says that from now on the track is another vehicle's. */
  suspect(seconds: number): void {
    this.#continuity.break(seconds);
  }

  see(object: TrackedObject, moment: FrameMoment, plane: GroundPlane | null): void {
    if (!this.tracks.includes(object.track)) this.tracks.push(object.track);
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
    const since = from - trafficViolations.settings.soundBeforeSeconds;
    if (this.#continuity.isBrokenWithin(since, to)) return 'track-broken';
    const within = this.#sights.filter(
      ({ isSound, seconds }) => isSound && seconds >= from - 0.001 && seconds <= to + 0.001,
    );
    const gap = within.reduce((most, sight, index) => {
      const before = within[index - 1];
      return before === undefined || isThere(before, sight)
        ? most
        : Math.max(most, sight.seconds - before.seconds);
    }, 0);
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
    const isSound = this.#continuity.see(foot, object.box, moment.seconds);
    this.#sights.push({ ...moment, object, isSound });
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

function isThere(before: VehicleSight, after: VehicleSight): boolean {
  const isSoon = after.seconds - before.seconds <= STANDING.seconds;
  return isSoon && boxOverlap(before.object.box, after.object.box) >= STANDING.overlap;
}
