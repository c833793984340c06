/** How drivers are taken to drive. Metres and seconds. */
export interface Driver {
  /** Acceleration that is reached on average while starting. */
  readonly acceleration: number;
  /** Deceleration that drivers plan with. */
  readonly deceleration: number;
  readonly reactionTime: number;
  /** From the front of a standing vehicle to the front of the next. */
  readonly spacing: number;
  /** How far before the line drivers stop. */
  readonly stopBefore: number;
  /** Deceleration beyond which a driver rather passes a yellow light. */
  readonly yellowBraking: number;
  /** A vehicle that comes within so many seconds is given way to. */
  readonly gap: number;
  /** Seconds after such a vehicle passed until its way is clear. */
  readonly clearing: number;
  /** A vehicle that comes is taken to come at least so fast. */
  readonly slowestComing: number;
  /** Metres before and behind the stop line in which a turn's speed is kept. */
  readonly turningZone: number;
}

/**
 * A passenger car in a town. Spacing, reaction and deceleration are those of S. Krauß (Microscopic modeling of traffic flow,
 * 1998), as SUMO has them for cars of 4.3 m; the acceleration is less than the 2.6 that a car can do, as drivers dawdle. They give
 * some 2,400 vehicles an hour over a stop line, which is what SUMO's cars do and more than real streets: the Highway Capacity
 * Manual has 1,900, which a reaction time of 1.4 s gives. The gap is at the long end of what it gives for left turns (4.1 s)
 * since two lanes are crossed.
 */
export const DRIVER: Driver = {
  acceleration: 1.7,
  deceleration: 4.5,
  reactionTime: 1,
  spacing: 5.8,
  stopBefore: 1,
  yellowBraking: 7,
  gap: 5,
  clearing: 2,
  slowestComing: 5,
  turningZone: 16,
};
