import type { SeenVehicle } from '@amaan/traffic-management/signals/controller';
import type { ApproachState } from './approach-sight.ts';

/** Errors of cameras that look along an approach. Distances in metres, times in seconds, speeds in metres a second. */
export interface CameraErrors {
  /** Share of the time that a vehicle is not seen at the stop line, and at the end of the range. */
  readonly missedNear: number;
  readonly missedFar: number;
  /** Mean time that a vehicle stays unseen. */
  readonly missedFor: number;
  /** Standard error of the distance at the stop line, and what the square of distance / 100 m adds. */
  readonly distanceNear: number;
  readonly distanceFar: number;
  /** Standard error of the speed at the stop line, and what each 100 m add. */
  readonly speedNear: number;
  readonly speedFar: number;
  /** Vehicles a minute and lane that are not there, and how long each is seen. */
  readonly falsePerMinute: number;
  readonly falseFor: number;
  /** Share of the vehicles over the stop line that are not counted. */
  readonly uncounted: number;
}

/**
 * A camera on a mast of 8 m: one pixel is 0.7 m of road at 100 m and 2.7 m at 200 m (height 8 m, focal length 1,500 pixels:
 * d² / (h f)), and a box is off by one to two of them. Missed and false ones are of the order of what detectors reach on
 * traffic video.
 */
export const CAMERA_ERRORS: CameraErrors = {
  missedNear: 0.02,
  missedFar: 0.15,
  missedFor: 3,
  distanceNear: 0.5,
  distanceFar: 1.2,
  speedNear: 0.4,
  speedFar: 0.6,
  falsePerMinute: 0.1,
  falseFor: 3,
  uncounted: 0.03,
};

/** How much of an error stays from one second to the next: a box that is off stays off for some seconds. */
const PERSISTENCE = 0.8;

interface Track {
  isMissed: boolean;
  /** Standard normal values that wander. */
  distanceError: number;
  speedError: number;
}

/** Turns what really is on the approaches into what cameras would say, once a second, the same for the same random numbers. */
export class CameraError {
  readonly #errors: CameraErrors;
  readonly #range: number;
  readonly #random: () => number;
  #tracks = new Map<string, Track>();
  #ghosts: { readonly lane: number; readonly vehicle: SeenVehicle }[] = [];
  #ghostNumber = 0;

  constructor(random: () => number, range: number, errors: CameraErrors = CAMERA_ERRORS) {
    this.#errors = errors;
    this.#range = range;
    this.#random = random;
  }

  /** What cameras see of a state, a second after the last one. */
  see(state: ApproachState): ApproachState {
    const tracks = new Map<string, Track>();
    this.#haunt(state.lanes.length);
    const lanes = state.lanes.map((vehicles, lane) => {
      const seen = vehicles.flatMap((vehicle) => this.#seen(vehicle, tracks));
      const ghosts = this.#ghosts.filter((ghost) => ghost.lane === lane).map(({ vehicle }) => vehicle);
      return [...seen, ...ghosts].sort((a, b) => a.distance - b.distance);
    });
    this.#tracks = tracks;
    return {
      lanes,
      departed: state.departed.map((count) => this.#thinned(count, this.#errors.uncounted)),
      exits: state.exits.map(({ vehicles, standing }) => {
        const seenStanding = this.#thinned(standing, this.#errors.missedNear);
        const moving = this.#thinned(vehicles - standing, this.#errors.missedNear);
        return { vehicles: seenStanding + moving, standing: seenStanding };
      }),
      slowInside: this.#thinned(state.slowInside, this.#errors.missedNear),
      turned: state.turned.map((counts) =>
        counts.map((count) => this.#thinned(count, this.#errors.uncounted)),
      ),
      waitingInside: state.waitingInside.map((counts) =>
        counts.map((count) => this.#thinned(count, this.#errors.missedNear)),
      ),
    };
  }

  #seen(vehicle: SeenVehicle, tracks: Map<string, Track>): SeenVehicle[] {
    const { track, distance, speed, isUpstream } = vehicle;
    const { missedNear, missedFar, missedFor, distanceNear, distanceFar, speedNear, speedFar } = this.#errors;
    const share = missedNear + (missedFar - missedNear) * Math.min(1, distance / this.#range);
    const known = this.#tracks.get(track);
    const own = known ?? {
      isMissed: this.#random() < share,
      distanceError: this.#normal(),
      speedError: this.#normal(),
    };
    if (known) {
      // A chain of two states whose share of missed ones is `share` and whose mean stay there is `missedFor`.
      const back = 1 / missedFor;
      own.isMissed = this.#random() < (own.isMissed ? 1 - back : (back * share) / (1 - share));
      own.distanceError = this.#wandered(own.distanceError);
      own.speedError = this.#wandered(own.speedError);
    }
    tracks.set(track, own);
    if (own.isMissed) return [];
    const distanceError = distanceNear + distanceFar * (distance / 100) ** 2;
    const speedError = speedNear + (speedFar * distance) / 100;
    return [
      {
        track,
        distance: Math.max(0, distance + own.distanceError * distanceError),
        speed: Math.max(0, speed + own.speedError * speedError),
        isUpstream,
      },
    ];
  }

  #haunt(lanes: number): void {
    const { falsePerMinute, falseFor } = this.#errors;
    this.#ghosts = this.#ghosts.filter(() => this.#random() >= 1 / falseFor);
    for (let lane = 0; lane < lanes; lane++) {
      if (this.#random() >= falsePerMinute / 60) continue;
      this.#ghostNumber += 1;
      const vehicle = {
        track: `false-${this.#ghostNumber}`,
        distance: this.#random() * this.#range,
        speed: this.#random() * 10,
        isUpstream: false,
      };
      this.#ghosts.push({ lane, vehicle });
    }
  }

  #thinned(count: number, missed: number): number {
    let left = 0;
    for (let one = 0; one < count; one++) if (this.#random() >= missed) left += 1;
    return left;
  }

  #wandered(error: number): number {
    return PERSISTENCE * error + Math.sqrt(1 - PERSISTENCE ** 2) * this.#normal();
  }

  /** A standard normal value (Box and Muller, 1958). */
  #normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random());
  }
}
