import type { TrackedObject } from '@amaan/contracts/detection';
import type { Point } from '@amaan/contracts/geometry';
import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import { footPoint } from '@amaan/vision/tracking/foot-point';
import type { GroundPlane } from '../calibration/ground-plane.ts';
import type { Place } from '../calibration/projective-map.ts';

/** Where a vehicle was seen. */
export interface Sight {
  readonly seconds: number;
  readonly foot: Point;
  /** Metres on the ground; null without a calibration and above the horizon. */
  readonly ground: Place | null;
}

/** Nothing looks further back. */
const KEPT_SECONDS = 10;
/** A vehicle is where it was while its foot point stays within this share of its box, or so far on the ground. */
const REST_SHARE = 0.12;
const REST_METRES = 1;
/** How many standard errors of a place add to that. */
const REST_ERRORS = 2.5;

/** One vehicle over the frames that it was seen in. */
export class VehicleTrajectory {
  readonly track: number;
  readonly firstSeconds: number;
  /** As last seen. */
  object: TrackedObject;
  /** The lane whose surface it was on last. */
  laneId: LaneId | null = null;
  #sights: Sight[] = [];
  #rest: { readonly foot: Point; readonly ground: Place | null; readonly since: number };

  constructor(object: TrackedObject, seconds: number, plane: GroundPlane | null) {
    this.track = object.track;
    this.object = object;
    this.firstSeconds = seconds;
    const sight = sightOf(object, seconds, plane);
    this.#sights.push(sight);
    this.#rest = { ...sight, since: seconds };
  }

  /** Vehicles only become trajectories: see `isVehicle`. */
  get class(): VehicleClass {
    return this.object.class as VehicleClass;
  }

  get sights(): readonly Sight[] {
    return this.#sights;
  }

  get last(): Sight {
    return this.#sights.at(-1)!;
  }

  /** The sight before the last, or null in its first frame. */
  get previous(): Sight | null {
    return this.#sights.at(-2) ?? null;
  }

  /** Since when it has not moved; the moment of the last sight while it moves. */
  get restingSince(): number {
    return this.#rest.since;
  }

  see(object: TrackedObject, seconds: number, plane: GroundPlane | null): void {
    this.object = object;
    const sight = sightOf(object, seconds, plane);
    this.#sights.push(sight);
    const old = this.#sights.findIndex((one) => seconds - one.seconds <= KEPT_SECONDS);
    if (old > 0) this.#sights.splice(0, old);
    if (this.#hasLeftRest(sight, plane)) this.#rest = { ...sight, since: seconds };
  }

  #hasLeftRest(sight: Sight, plane: GroundPlane | null): boolean {
    const { foot, ground } = this.#rest;
    if (ground && sight.ground && plane) {
      const moved: Place = [sight.ground[0] - ground[0], sight.ground[1] - ground[1]];
      const metres = Math.hypot(...moved);
      if (metres <= REST_METRES) return false;
      const error = plane.placeError(sight.foot, [moved[0] / metres, moved[1] / metres]) ?? 0;
      return metres > REST_METRES + REST_ERRORS * error;
    }
    const [, , width, height] = this.object.box;
    return Math.hypot((sight.foot[0] - foot[0]) / width, (sight.foot[1] - foot[1]) / height) > REST_SHARE;
  }
}

function sightOf(object: TrackedObject, seconds: number, plane: GroundPlane | null): Sight {
  const foot = footPoint(object.box);
  return { seconds, foot, ground: plane?.toGround(foot) ?? null };
}
