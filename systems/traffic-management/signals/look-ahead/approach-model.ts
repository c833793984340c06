import type { Driver } from './driver.ts';
import { LaneVehicles } from './lane-vehicles.ts';

/** What a movement may do in a second of the model. */
export const LIGHT = { red: 0, yield: 1, go: 2, yellow: 3 } as const;

/** A movement of the model. Metres and seconds. */
export interface ModelMovement {
  /** Place of its lane. */
  readonly lane: number;
  /** Movements of other lanes that it gives way to where it must. */
  readonly yieldsTo: readonly number[];
  /** Vehicles that find room inside the junction while they wait for a gap. */
  readonly places: number;
  /** Speed over the junction. */
  readonly speed: number;
  /** Place of the lane that it leads to; -1 where that is not known. */
  readonly exit: number;
}

/** A lane of the model. */
export interface ModelLane {
  /** Free speed in metres a second. */
  readonly speed: number;
  /** Metres before the stop line at which vehicles appear. */
  readonly reach: number;
}

/** A vehicle so far beyond the line holds nobody up any more. */
const FAR_BEYOND = 40;
const NOWHERE = -1e3;
/** Close enough to the line that a red light can still be stopped at. */
const ON_THE_LINE = 0.5;
/** A vehicle that turns after it waited inside loses about so many seconds in starting. */
const START_LOSS = 2;
/** How near vehicles can be, as a share of the room that one takes in a queue. */
const CLOSEST = 0.8;
/** Vehicles a second that a lane behind the junction takes up again once it was full. */
const RELEASE = 0.25;

/**
 * The vehicles before one junction, each with its place and speed, in steps of a second: car following after S. Krauß
 * (Microscopic modeling of traffic flow, 1998), with all vehicles moved at once from the state before; stop lines; turns that give
 * way and wait inside the junction; the loss of starting up beyond the line. It counts the time that vehicles lose against
 * driving freely.
 */
export class ApproachModel {
  readonly #movements: readonly ModelMovement[];
  readonly #lanes: readonly ModelLane[];
  readonly #driver: Driver;
  /** The vehicles of each lane. */
  readonly #vehicles: readonly LaneVehicles[];
  /** For each movement how many wait inside. */
  readonly #inside: Int16Array;
  readonly #passedAt: Float64Array;
  /** For each lane behind the junction how many vehicles it still takes; infinite where it flows. */
  readonly #room: Float64Array;
  /** The vehicle that passed each lane's line last: how far it is, how fast, and how fast it may be in the junction. */
  readonly #goneDistance: Float64Array;
  readonly #goneSpeed: Float64Array;
  readonly #goneLimit: Float64Array;
  #second = 0;

  constructor(lanes: readonly ModelLane[], movements: readonly ModelMovement[], driver: Driver) {
    this.#lanes = lanes;
    this.#movements = movements;
    this.#driver = driver;
    this.#vehicles = lanes.map(() => new LaneVehicles());
    this.#inside = new Int16Array(movements.length);
    this.#passedAt = new Float64Array(movements.length);
    this.#room = new Float64Array(Math.max(0, ...movements.map(({ exit }) => exit + 1)));
    this.#goneDistance = new Float64Array(lanes.length);
    this.#goneSpeed = new Float64Array(lanes.length);
    this.#goneLimit = new Float64Array(lanes.length);
    this.clear();
  }

  /** Takes all vehicles away. */
  clear(): void {
    for (const vehicles of this.#vehicles) vehicles.clear();
    this.#inside.fill(0);
    this.#passedAt.fill(NOWHERE);
    this.#room.fill(Number.POSITIVE_INFINITY);
    this.#goneDistance.fill(NOWHERE);
    this.#second = 0;
  }

  /** Becomes what another model of the same junction is. */
  copy(other: ApproachModel): void {
    for (const [lane, vehicles] of this.#vehicles.entries()) vehicles.copy(other.#vehicles[lane]!);
    this.#inside.set(other.#inside);
    this.#passedAt.set(other.#passedAt);
    this.#room.set(other.#room);
    this.#goneDistance.set(other.#goneDistance);
    this.#goneSpeed.set(other.#goneSpeed);
    this.#goneLimit.set(other.#goneLimit);
    this.#second = other.#second;
  }

  /** Puts a vehicle behind those that are there; one that would stand in the last is put behind it. */
  add(lane: number, distance: number, speed: number, movement: number): void {
    const vehicles = this.#vehicles[lane]!;
    const last = vehicles.distance[vehicles.count - 1];
    const free = last === undefined ? 0 : last + this.#driver.spacing * CLOSEST;
    vehicles.push(Math.max(distance, free), Math.min(speed, this.#lanes[lane]!.speed), movement);
  }

  /** Lets a vehicle appear where the lane begins to be seen, or behind a queue that is longer. */
  arrive(lane: number, movement: number): void {
    const vehicles = this.#vehicles[lane]!;
    const { reach, speed } = this.#lanes[lane]!;
    const last = vehicles.distance[vehicles.count - 1];
    const tail = last === undefined ? 0 : last + this.#driver.spacing;
    if (tail > reach) this.add(lane, tail, 0, movement);
    else this.add(lane, reach, speed, movement);
  }

  /** Says that so many of a movement wait inside the junction. */
  putInside(movement: number, count: number): void {
    this.#inside[movement] = count;
  }

  /** Says that a lane behind the junction takes only so many more. */
  leaveRoom(exit: number, vehicles: number): void {
    if (exit < this.#room.length) this.#room[exit] = vehicles;
  }

  /** How many vehicles are on a lane. */
  countOn(lane: number): number {
    return this.#vehicles[lane]!.count;
  }

  /** Metres before the stop line; vehicles are counted from there. */
  distanceOf(lane: number, place: number): number {
    return this.#vehicles[lane]!.distance[place]!;
  }

  speedOf(lane: number, place: number): number {
    return this.#vehicles[lane]!.speed[place]!;
  }

  movementOf(lane: number, place: number): number {
    return this.#vehicles[lane]!.movement[place]!;
  }

  /**
   * Goes a second on.
   * @param lights what each movement may do, of `LIGHT`
   * @returns vehicle seconds that are lost in it
   */
  step(lights: Int8Array): number {
    let lost = 0;
    for (let lane = 0; lane < this.#vehicles.length; lane++) lost += this.#moveLane(lane, lights);
    lost += this.#leaveInside(lights);
    for (let exit = 0; exit < this.#room.length; exit++) this.#room[exit]! += RELEASE;
    this.#second += 1;
    return lost;
  }

  #moveLane(lane: number, lights: Int8Array): number {
    const { acceleration, deceleration, spacing, stopBefore, turningZone } = this.#driver;
    const vehicles = this.#vehicles[lane]!;
    const { count, distance: distances, speed: speeds, movement: movements } = vehicles;
    const free = this.#lanes[lane]!.speed;
    let leaderDistance = this.#goneDistance[lane]!;
    let leaderSpeed = this.#goneSpeed[lane]!;
    let hasLeader = leaderDistance > -FAR_BEYOND;
    if (hasLeader) this.#moveGone(lane, free);
    let lost = 0;
    let passed = 0;
    let nearest = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < count; place++) {
      const movement = movements[place]!;
      const distance = distances[place]!;
      const speed = speeds[place]!;
      const turning = this.#movements[movement]!.speed;
      const limit = distance < turningZone && turning < free ? turning : free;
      let next = speed + acceleration;
      if (next > limit) next = Math.max(limit, speed - deceleration);
      if (hasLeader) {
        const safe = this.#safeSpeed(distance - leaderDistance - spacing, leaderSpeed);
        if (safe < next) next = safe;
      }
      const stop = this.#stopsAt(movement, distance, speed, lights);
      if (stop === STOPS && distance > -ON_THE_LINE) {
        const safe = this.#safeSpeed(distance - stopBefore, 0);
        if (safe < next) next = safe;
      }
      // What cameras say need not fit together: nobody drives into who is in front, however fast he is said to be.
      if (distance - next < nearest) next = distance - nearest;
      if (next < 0) next = 0;
      leaderDistance = distance;
      leaderSpeed = speed;
      hasLeader = true;
      distances[place] = distance - next;
      nearest = distance - next + spacing * CLOSEST;
      speeds[place] = next;
      lost += 1 - next / free;
      if (distances[place]! > 0 || place !== passed) continue;
      passed += 1;
      lost += this.#pass(lane, movement, distances[place]!, next, stop === WAITS_INSIDE);
    }
    if (passed > 0) vehicles.drop(passed);
    return lost;
  }

  /** What a vehicle has to do before the line. */
  #stopsAt(movement: number, distance: number, speed: number, lights: Int8Array): Stop {
    const { stopBefore, yellowBraking } = this.#driver;
    if (this.#isFull(movement)) return STOPS;
    switch (lights[movement]) {
      case LIGHT.go:
        return PASSES;
      case LIGHT.yellow: {
        const canStop = distance > (speed * speed) / (2 * yellowBraking) && distance > stopBefore;
        return canStop ? STOPS : PASSES;
      }
      case LIGHT.yield: {
        if (distance >= Math.max(12, speed * 2) || !this.#isBlocked(movement, lights)) return PASSES;
        return this.#inside[movement]! < this.#movements[movement]!.places ? WAITS_INSIDE : STOPS;
      }
      default:
        return STOPS;
    }
  }

  /** @returns the seconds that it loses until it is up to speed */
  #pass(lane: number, movement: number, distance: number, speed: number, waitsInside: boolean): number {
    const free = this.#lanes[lane]!.speed;
    this.#goneDistance[lane] = waitsInside ? NOWHERE : distance;
    this.#goneSpeed[lane] = speed;
    this.#goneLimit[lane] = Math.min(free, this.#movements[movement]!.speed);
    if (waitsInside) {
      this.#inside[movement]! += 1;
      return 0;
    }
    this.#passedAt[movement] = this.#second;
    this.#enter(movement);
    const missing = free - speed;
    return (missing * missing) / (2 * this.#driver.acceleration * free);
  }

  #isFull(movement: number): boolean {
    const { exit } = this.#movements[movement]!;
    return exit >= 0 && this.#room[exit]! < 1;
  }

  #enter(movement: number): void {
    const { exit } = this.#movements[movement]!;
    if (exit >= 0) this.#room[exit]! -= 1;
  }

  #moveGone(lane: number, free: number): void {
    const distance = this.#goneDistance[lane]!;
    const limit = distance > -this.#driver.turningZone ? this.#goneLimit[lane]! : free;
    const speed = Math.min(this.#goneSpeed[lane]! + this.#driver.acceleration, limit);
    this.#goneSpeed[lane] = speed;
    this.#goneDistance[lane] = distance - speed;
  }

  #leaveInside(lights: Int8Array): number {
    let lost = 0;
    for (let movement = 0; movement < this.#inside.length; movement++) {
      const waiting = this.#inside[movement]!;
      if (waiting === 0) continue;
      lost += waiting;
      if (this.#isFull(movement) || this.#isBlocked(movement, lights)) continue;
      this.#enter(movement);
      this.#inside[movement] = waiting - 1;
      this.#passedAt[movement] = this.#second;
      lost += START_LOSS;
    }
    return lost;
  }

  /** Whether somebody comes, or has just come, to whom a movement gives way. */
  #isBlocked(movement: number, lights: Int8Array): boolean {
    for (const other of this.#movements[movement]!.yieldsTo) {
      if (this.#passedAt[other]! > this.#second - this.#driver.clearing) return true;
      if (lights[other] !== LIGHT.red && this.#isComing(other, lights)) return true;
    }
    return false;
  }

  #isComing(movement: number, lights: Int8Array): boolean {
    const { gap, slowestComing, yellowBraking } = this.#driver;
    const { lane } = this.#movements[movement]!;
    const { count, distance: distances, speed: speeds, movement: movements } = this.#vehicles[lane]!;
    const light = lights[movement];
    for (let place = 0; place < count; place++) {
      const distance = distances[place]!;
      const speed = speeds[place]!;
      if (distance / Math.max(speed, slowestComing) > gap) return false;
      if (light === LIGHT.yellow && distance > (speed * speed) / (2 * yellowBraking)) return false;
      const stands = place === 0 && speed < 0.5;
      // Who stands at the line and has to wait himself keeps nobody waiting.
      if (movements[place] === movement) return !(stands && light === LIGHT.yield && distance < 3);
      if (stands && lights[movements[0]!] !== LIGHT.go) return false;
    }
    return false;
  }

  /** The speed at which one can still stop behind a leader that brakes (Krauß 1998, equation 2.11). */
  #safeSpeed(gap: number, leaderSpeed: number): number {
    if (gap <= 0) return 0;
    const { deceleration, reactionTime } = this.#driver;
    const braking = deceleration * reactionTime;
    return -braking + Math.sqrt(braking * braking + leaderSpeed * leaderSpeed + 2 * deceleration * gap);
  }
}

const PASSES = 0;
const STOPS = 1;
const WAITS_INSIDE = 2;
type Stop = typeof PASSES | typeof STOPS | typeof WAITS_INSIDE;
