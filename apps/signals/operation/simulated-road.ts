import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { seededRandom } from '@amaan/contracts/seeded-random';
import type { ApproachLane, Junction, Movement } from '@amaan/contracts/traffic/junction';
import type { Light } from '@amaan/contracts/traffic/signal-decision';
import type { LaneStates } from '@amaan/contracts/traffic/signal-messages';

/** How far the made-up camera sees before the stop line, in metres. */
const RANGE = 120;
/** From one front to the next in a standing queue, in metres. */
const SPACING = 7.5;
const ACCELERATION = 2;
/** The braking that somebody drives by, and the most that somebody brakes with rather than stop over the line. */
const BRAKING = 3;
/** A vehicle that has to give way finds a gap with this chance a second. */
const GAP_CHANCE = 0.4;
/** Steps of the road, in seconds. */
const STEP = 0.5;

interface Vehicle {
  readonly track: string;
  readonly movement: Movement;
  distance: number;
  speed: number;
}

interface Lane {
  readonly lane: ApproachLane;
  readonly vehicles: Vehicle[];
  nextArrival: number;
  departed: number;
}

/**
 * A made-up road before one signal: vehicles arrive by chance (a Poisson process), follow each other, stop at what is not
 * green and drive off one after the other. It stands in for cameras where there are none, in demonstrations and tests, and
 * says what it sees as a camera does. The same seed gives the same vehicles.
 */
export class SimulatedRoad {
  readonly #cameraId: Identifier;
  readonly #junctionId: Identifier;
  readonly #junction: Junction;
  readonly #arrivalsPerSecond: number;
  readonly #lanes: readonly Lane[];
  readonly #random: () => number;
  #now: number;
  #tracks = 0;

  constructor(options: {
    /** The camera that it speaks as. */
    readonly cameraId: Identifier;
    readonly junctionId: Identifier;
    readonly junction: Junction;
    readonly arrivalsPerHour: number;
    readonly seed: number;
    /** Unix seconds. */
    readonly now: number;
  }) {
    const { cameraId, junctionId, junction, arrivalsPerHour, seed, now } = options;
    this.#cameraId = cameraId;
    this.#junctionId = junctionId;
    this.#junction = junction;
    this.#arrivalsPerSecond = arrivalsPerHour / 3600;
    this.#random = seededRandom(seed);
    this.#now = now;
    this.#lanes = junction.lanes.map((lane) => ({
      lane,
      vehicles: [],
      nextArrival: now + this.#untilArrival(),
      departed: 0,
    }));
  }

  /** Goes on to a moment under the lights that are shown, and says what is seen. @param now Unix seconds */
  step(now: number, lights: readonly Light[]): LaneStates {
    // After a long pause only the last minute is made up.
    this.#now = Math.max(this.#now, now - 60);
    for (; this.#now + STEP <= now; this.#now += STEP)
      for (const lane of this.#lanes) this.#advance(lane, lights);
    return this.#seen(now);
  }

  #advance(lane: Lane, lights: readonly Light[]): void {
    const limit = lane.lane.speedLimitKmh / 3.6;
    const length = Math.min(lane.lane.length, 300);
    while (lane.nextArrival <= this.#now) {
      lane.nextArrival += this.#untilArrival();
      const last = lane.vehicles.at(-1);
      // A lane that is full takes nobody more.
      if (last && last.distance > length - SPACING) continue;
      const { movements } = lane.lane;
      const movement = movements[Math.floor(this.#random() * movements.length)]!;
      this.#tracks += 1;
      lane.vehicles.push({ track: String(this.#tracks), movement, distance: length, speed: limit });
    }
    let ahead: Vehicle | null = null;
    for (const vehicle of lane.vehicles) {
      const stopAt = ahead ? ahead.distance + SPACING : this.#mayGo(vehicle, lights) ? null : 0;
      const room = stopAt === null ? Number.POSITIVE_INFINITY : Math.max(0, vehicle.distance - stopAt);
      // The speed from which one can still stop in that room, as in Gipps (1981) with a standing leader.
      const safe = Math.sqrt(2 * BRAKING * room);
      vehicle.speed = Math.max(0, Math.min(limit, vehicle.speed + ACCELERATION * STEP, safe));
      vehicle.distance -= Math.min(vehicle.speed * STEP, room);
      ahead = vehicle;
    }
    while (lane.vehicles[0] && lane.vehicles[0].distance < 0) {
      lane.vehicles.shift();
      lane.departed += 1;
    }
  }

  #mayGo({ movement, distance, speed }: Vehicle, lights: readonly Light[]): boolean {
    const light = lights[this.#junction.groups.findIndex(({ id }) => id === movement.group)] ?? 'red';
    if (light === 'green') return true;
    if (light === 'yield') return distance > 10 || this.#random() < GAP_CHANCE * STEP;
    // Who cannot stop any more drives on through yellow.
    return light === 'yellow' && distance < speed ** 2 / (2 * BRAKING);
  }

  #seen(now: number): LaneStates {
    return {
      cameraId: this.#cameraId,
      at: instantOf(now * 1000),
      range: RANGE,
      lanes: this.#lanes.map((lane) => {
        const vehicles = lane.vehicles.filter(({ distance }) => distance <= RANGE);
        const { departed } = lane;
        lane.departed = 0;
        return {
          junctionId: this.#junctionId,
          lane: lane.lane.id,
          vehicles: vehicles.map(({ track, distance, speed }) => ({
            track,
            distance: Math.max(0, distance),
            speed,
          })),
          departed,
          isOccupied: vehicles.some(({ distance }) => distance < SPACING),
        };
      }),
    };
  }

  #untilArrival(): number {
    return this.#arrivalsPerSecond === 0
      ? Number.POSITIVE_INFINITY
      : -Math.log(1 - this.#random()) / this.#arrivalsPerSecond;
  }
}
