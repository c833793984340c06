import { z } from 'zod';
import { CellSet } from './cell-lattice.ts';

/** Ways to say which cells come next. The first two are naive baselines, which every forecast stands beside. */
export const FORECAST_METHODS = [
  /** Cells that had most incidents lately. */
  'count',
  /** Density of lately. */
  'density',
  /** Self-exciting point process: what sets off what. */
  'self-exciting',
  /** Poisson regression on the surroundings. */
  'risk-surface',
  /** Counts, density and neighbours lately and for long, weighted by regression. */
  'blend',
] as const;
export const ForecastMethod = z.enum(FORECAST_METHODS);
export type ForecastMethod = z.infer<typeof ForecastMethod>;

export const ForecastSettings = z.strictObject({
  method: ForecastMethod.default('blend'),
  cells: z
    .discriminatedUnion('shape', [
      z.strictObject({ shape: z.literal('square'), metres: z.number().min(100).max(2000) }),
      z.strictObject({ shape: z.literal('hexagon'), resolution: z.int().min(7).max(10) }),
    ])
    .default({ shape: 'square', metres: 250 }),
  /** Days from the end of the selection's period that it is for. */
  horizonDays: z.int().min(1).max(92).default(7),
  /** Share of the area that may be marked, 0–1. */
  areaShare: z.number().min(0.001).max(0.2).default(0.01),
  /** How often the past is forecast to judge the method: so many horizons at the end of the period (rolling origin). */
  folds: z.int().min(3).max(52).default(8),
  /** Days at the beginning that every fold may learn from at least. */
  leastTrainingDays: z.int().min(14).max(3650).default(60),
  /** Takes the hours patrolled into account where they are known: where one looks one finds. */
  patrolExposure: z.boolean().default(true),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1),
});
export type ForecastSettings = z.infer<typeof ForecastSettings>;

/** A figure with its 95 % interval (bootstrap over folds and incidents); null ends where there is too little to say. */
export const Interval = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type Interval = z.infer<typeof Interval>;

/** How well one method forecast the past. */
export const ForecastScore = z.object({
  method: z.string(),
  /** Prediction accuracy index: share of incidents caught over share of the area marked (Chainey 2008). */
  pai: Interval,
  /** Prediction efficiency index: incidents caught over those that the best choice of as many cells catches (Hunt 2016). */
  pei: Interval,
  /** Share of incidents that fell into marked cells. */
  hitRate: Interval,
});
export type ForecastScore = z.infer<typeof ForecastScore>;

export const FORECAST_REFUSALS = [
  /** The interval of the ratio to the better baseline reaches down to one. */
  'not-better-than-baseline',
  /** Too few incidents in the evaluated time. */
  'too-few-incidents',
  /** The method is a baseline itself. */
  'is-baseline',
  /** Officer-initiated offences were counted in: the forecast would follow its own patrols. */
  'officer-initiated-included',
  /** Victim-sensitive places were counted in: no patrol is sent after them. */
  'victim-sensitive-included',
] as const;

/** Cells of the coming days, and how far they may be believed. */
export const ForecastResult = z.object({
  kind: z.literal('forecast'),
  method: ForecastMethod,
  horizon: z.object({ from: z.iso.datetime({ precision: 3 }), until: z.iso.datetime({ precision: 3 }) }),
  /** Marked cells first, by expectation; then every other cell with any. */
  cells: CellSet,
  /** Incidents expected in each cell over the horizon, in the order of the cells. */
  expected: z.array(z.number().nonnegative()),
  /** How many of the first cells are marked. */
  marked: z.int().nonnegative(),
  evaluation: z.object({
    folds: z.int().nonnegative(),
    /** Incidents that the folds had to forecast. */
    incidents: z.int().nonnegative(),
    own: ForecastScore,
    baselines: z.array(ForecastScore),
    /** PAI over that of the better baseline, with interval. */
    ratio: Interval,
    /** In bins of rising expectation: what was expected and what came. */
    calibration: z.array(z.object({ expected: z.number(), observed: z.number(), cells: z.int() })),
  }),
  beatsBaseline: z.boolean(),
  /** Whether it may be planned with; why not, otherwise. */
  offered: z.boolean(),
  refusals: z.array(z.enum(FORECAST_REFUSALS)),
});
export type ForecastResult = z.infer<typeof ForecastResult>;
