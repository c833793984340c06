import { z } from 'zod';
import { Instant } from '../instant.ts';
import { CellChoice } from './cell-choice.ts';
import { CellSet, Raster } from './cell-lattice.ts';

export const ForecastSettings = z.strictObject({
  /** Squares of 500 feet by default, the size of the randomised trials of place-based forecasts. */
  cells: CellChoice.default({ shape: 'square', metres: 150 }),
  /** Days from the end of the selection's period that it is for. */
  horizonDays: z.int().min(1).max(92).default(7),
  /** Share of the area that may be marked, 0–1. */
  areaFraction: z.number().min(0.001).max(0.2).default(0.005),
  /**
   * Takes the hours patrolled into account where they are known, so that what patrols found by being there does not draw
   * them there again.
   */
  patrolExposure: z.boolean().default(true),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1),
});
export type ForecastSettings = z.infer<typeof ForecastSettings>;

/** Ends of a 95 % interval. */
export const Interval = z.tuple([z.number(), z.number()]);
export type Interval = z.infer<typeof Interval>;

/** The forecast, and the naive ones that it stands beside: all that was reported so far, lately, and its density. */
export const SURFACES = ['model', 'count-all', 'count-last', 'kde'] as const;

/** How one surface did on periods that it had not seen. */
export const SurfaceScore = z.object({
  name: z.enum(SURFACES),
  /** Share of the incidents that fell into marked cells, 0–1. */
  hitRate: z.number(),
  /** Prediction accuracy index: hit rate over share of the area marked (Chainey and others 2008), with its interval. */
  pai: z.number(),
  paiInterval: Interval,
  /** Prediction efficiency index: its PAI over that of the best choice of as many cells (Hunt 2016). */
  pei: z.number(),
  calibration: z.object({
    expected: z.number(),
    observed: z.number(),
    /** Groups of cells from the highest risk down to this share of all cells. */
    groups: z.array(
      z.object({
        untilShare: z.number(),
        expected: z.number(),
        observed: z.number(),
        /** Observed over expected; null where nothing was expected. */
        ratio: z.number().nullable(),
        interval: Interval.nullable(),
      }),
    ),
  }),
});
export type SurfaceScore = z.infer<typeof SurfaceScore>;

export const OFFER_REASONS = [
  'beats-baseline',
  /** It may be better or worse than the strongest baseline: the interval of the ratio holds 1. */
  'not-told-apart',
  'worse-than-baseline',
  'too-few-incidents',
  /** The incidents reach over too short a time to try it on anything. */
  'too-short',
  /** More or fewer incidents came to the marked cells than it can be trusted with. */
  'not-calibrated',
  /** Officer-initiated offences were counted in: patrols would follow their own records. */
  'officer-initiated-included',
] as const;

/** Hexagons of a study area, with what is expected in each. Their outlines follow from their addresses. */
export const HexagonSurface = z.object({
  /** The plane that they were compared with places in, `EPSG:32643`. */
  crs: z.string(),
  resolution: z.int().min(0).max(15),
  /** Addresses of H3, in their order. */
  cells: z.array(z.string()),
  /** Incidents expected over the horizon. */
  expected: z.array(z.number().nonnegative()),
});
export type HexagonSurface = z.infer<typeof HexagonSurface>;

/** Cells of the coming days, and how far they may be believed. */
export const ForecastResult = z.object({
  kind: z.literal('forecast'),
  horizon: z.object({ from: Instant, until: Instant }),
  /** Incidents expected in each square over the horizon, NaN outside of the study area; left out where cells are hexagons. */
  raster: Raster.optional(),
  /** The same of hexagons; left out where cells are squares. */
  hexagons: HexagonSurface.optional(),
  /** Marked cells, the highest expectation first. */
  cells: CellSet,
  /** In the order of the marked cells. */
  expected: z.array(z.number().nonnegative()),
  /** Cells of the study area, and the share of them that is marked. */
  studyCells: z.int().nonnegative(),
  areaFraction: z.number(),
  /** Share of the week's incidents in each hour, local time: 168 from Monday midnight, which sum to 1. */
  hoursOfWeek: z.array(z.number().nonnegative()).length(168),
  /** Expected incidents of the whole horizon. */
  expectedTotal: z.number().nonnegative(),
  /** The same method from earlier origins, all together; null where there was not enough to try it on. */
  evaluation: z
    .object({
      origins: z.array(Instant),
      incidents: z.int().nonnegative(),
      /** Of them, those outside of the study area. */
      outside: z.int().nonnegative(),
      model: SurfaceScore,
      baselines: z.array(SurfaceScore),
      strongest: z.enum(SURFACES),
    })
    .nullable(),
  /** Hits of the forecast over hits of the strongest baseline, with its interval (paired bootstrap). */
  ratio: z.number().nullable(),
  ratioInterval: Interval.nullable(),
  beatsBaseline: z.boolean(),
  /** Whether it may be planned with, and why, or why not. */
  offered: z.boolean(),
  reason: z.enum(OFFER_REASONS),
  /** By how much one more patrol hour a week multiplies reports, where patrols are known. */
  patrolEffect: z.object({ ratioPerHour: z.number(), interval: Interval, corrected: z.boolean() }).nullable(),
});
export type ForecastResult = z.infer<typeof ForecastResult>;
