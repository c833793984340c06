import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { ObjectClass } from '../object-class.ts';
import { LaneId } from './traffic-view.ts';

/** A sum. Whole, so that any order of adding gives the same: minutes make an hour, a day and a year exactly. */
const Sum = z.int().nonnegative().default(0);

/** The classes that are counted: those that drive on a carriageway. */
export const VehicleClass = ObjectClass.extract(['bicycle', 'car', 'motorcycle', 'bus', 'truck']);
export type VehicleClass = z.infer<typeof VehicleClass>;

/** Vehicles by class; a class that is left out was not seen. */
export const CountsByClass = z.partialRecord(VehicleClass, z.int().nonnegative());
export type CountsByClass = z.infer<typeof CountsByClass>;

/** Vehicles by their speed in whole km/h, rounded down; a speed that is left out was not seen. */
export const SpeedHistogram = z.record(z.string().regex(/^(0|[1-9]\d{0,2})$/), z.int().positive());
export type SpeedHistogram = z.infer<typeof SpeedHistogram>;

/**
 * Everything that one lane's figures over any time are worked out from. All but the two maxima are sums and add up
 * over minutes, hours and days (`addLaneSums`); units are such that whole numbers lose nothing that was measured.
 * What could not be measured adds to no sum and to no number of things summed.
 */
export const LaneSums = z.object({
  /** Time that pictures covered. */
  observedMs: Sum,
  counts: CountsByClass.default({}),

  /** Vehicles with a speed, their speeds and squares in 0.01 km/h. */
  speeds: Sum,
  speedSum: Sum,
  speedSquares: Sum,
  /** Squares of each speed's own error, (0.01 km/h)²; it averages out. */
  speedNoiseSquares: Sum,
  /** Errors that all speeds of the calibration share, 0.01 km/h; they do not average out. */
  speedBiasSum: Sum,
  speedHistogram: SpeedHistogram.default({}),

  /** From a vehicle's front at the counting line to the next one's. */
  headways: Sum,
  headwaySumMs: Sum,
  headwaySquares: Sum,
  /** From a vehicle's rear to the next one's front; needs the time that a vehicle covers the line. */
  gaps: Sum,
  gapSumMs: Sum,
  gapSquares: Sum,
  /** Time that the counting line was covered. */
  occupiedMs: Sum,

  /** Edie (1963): distance that all vehicles drove in the lane, the time that they were in it, and the lane's length
   * times the time that was watched. Zero without a calibration. */
  travelledCm: Sum,
  presentMs: Sum,
  areaMetreMs: Sum,

  /** Time that the queue was measured in vehicles, and the queue times that time. */
  queueWatchedMs: Sum,
  queueVehicleMs: Sum,
  maxQueueVehicles: z.int().nonnegative().default(0),
  /** The same in metres; needs a calibration. */
  queueMetresWatchedMs: Sum,
  queueMetreMs: Sum,
  maxQueueM: z.int().nonnegative().default(0),

  /** Vehicles that left over the stop line, and what each lost against driving freely. */
  delays: Sum,
  delaySumMs: Sum,
  delaySquares: Sum,
});
export type LaneSums = z.infer<typeof LaneSums>;

/** One lane over one minute of the clock; a minute without pictures has none. */
export const LaneMinute = z.object({
  laneId: LaneId,
  /** The minute's first instant. */
  from: Instant,
  sums: LaneSums,
});
export type LaneMinute = z.infer<typeof LaneMinute>;

/** A figure with its standard error and the number of things that it rests on. */
export const Measured = z.object({
  value: z.number(),
  /** Null where one thing alone says nothing about its spread. */
  error: z.number().nonnegative().nullable(),
  n: z.int().nonnegative(),
});
export type Measured = z.infer<typeof Measured>;

export const LEVELS_OF_SERVICE = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const LevelOfService = z.enum(LEVELS_OF_SERVICE);
export type LevelOfService = z.infer<typeof LevelOfService>;

/** What a lane's sums mean. Null is not measured, never a guess and never zero. */
export const LaneFigures = z.object({
  /** Time that pictures covered, and its share of the time asked for. */
  observedSeconds: z.number().nonnegative(),
  coverage: z.number().min(0).max(1),
  counts: CountsByClass,
  vehicles: z.int().nonnegative(),
  /** Vehicles an hour over the time that was seen; the error is that of a count by chance (Poisson). */
  flowVehPerHour: Measured.nullable(),
  /** Mean of the speeds at the counting line. */
  speedKmh: Measured.nullable(),
  /** What 85 % of vehicles do not exceed. */
  speed85Kmh: z.number().nonnegative().nullable(),
  headwaySeconds: Measured.nullable(),
  gapSeconds: Measured.nullable(),
  /** Share of the time that the counting line was covered. */
  occupancy: z.number().min(0).max(1).nullable(),
  densityVehPerKm: z.number().nonnegative().nullable(),
  /** Mean speed over the lane's length (Edie), which a density times a flow agrees with. */
  spaceMeanSpeedKmh: z.number().nonnegative().nullable(),
  queueVehicles: z.object({ mean: z.number().nonnegative(), max: z.int().nonnegative() }).nullable(),
  queueMetres: z.object({ mean: z.number().nonnegative(), max: z.number().nonnegative() }).nullable(),
  delaySeconds: Measured.nullable(),
  /** By control delay: A ≤ 10, B ≤ 20, C ≤ 35, D ≤ 55, E ≤ 80 s, F above (Highway Capacity Manual, signals). */
  levelOfService: LevelOfService.nullable(),
});
export type LaneFigures = z.infer<typeof LaneFigures>;

/** A lane's figures over a time: a minute, a quarter of an hour, a day. */
export const LaneMeasures = z.object({
  viewId: Identifier.nullable(),
  laneId: LaneId,
  laneName: z.string(),
  approach: z.string(),
  from: Instant,
  to: Instant,
  figures: LaneFigures,
});
export type LaneMeasures = z.infer<typeof LaneMeasures>;
