import { z } from 'zod';
import { Position } from '../geometry.ts';
import { Instant } from '../instant.ts';
import { CellSet, Raster } from './cell-lattice.ts';
import { FeedbackResult, PatrolAuditResult } from './feedback-loop.ts';
import { ForecastResult } from './forecast.ts';

const Probability = z.number().min(0).max(1);

export const DensityResult = z.object({
  kind: z.literal('density'),
  /**
   * Incidents of the whole period by square kilometre, along roads by kilometre of road (cells without a road are NaN); with
   * `against` the natural logarithm of now over then.
   */
  raster: Raster,
  unit: z.enum(['per-km2', 'per-km-road', 'log-ratio']),
  /** The bandwidth that was used, in metres; for adaptive ones the median. */
  bandwidthMetres: z.number().positive(),
});

export const HOT_SPOT_CLASSES = ['hot', 'cold', 'high-outlier', 'low-outlier', 'none'] as const;

export const HotSpotResult = z.object({
  kind: z.literal('hot-spots'),
  cells: CellSet,
  /** In the order of the cells: incidents, the statistic's z, its p (two-sided) and p after correction (FDR). */
  counts: z.array(z.number().nonnegative()),
  z: z.array(z.number().nullable()),
  p: z.array(Probability.nullable()),
  q: z.array(Probability.nullable()),
  /** Marked at the false discovery rate asked for. The outliers are local Moran's. */
  marks: z.array(z.enum(HOT_SPOT_CLASSES)),
  /** Moran's I of all cells: whether counts gather at all. */
  moran: z.object({
    i: z.number(),
    expected: z.number(),
    z: z.number().nullable(),
    p: Probability.nullable(),
  }),
});

/** A place, and a time, with more than expected. */
export const CrimeCluster = z.object({
  centre: Position,
  radiusMetres: z.number().nonnegative(),
  /** Null: the whole period. */
  from: Instant.nullable(),
  until: Instant.nullable(),
  observed: z.int().nonnegative(),
  expected: z.number().nonnegative(),
  /** Observed over expected within, over the same outside; null where nothing is outside. */
  relativeRisk: z.number().nonnegative().nullable(),
  logLikelihoodRatio: z.number(),
  p: Probability,
});

export const ClusterResult = z.object({
  kind: z.literal('clusters'),
  /** Most likely first; none overlaps another. */
  clusters: z.array(CrimeCluster),
  replicas: z.int().nonnegative(),
});

export const NearRepeatResult = z.object({
  kind: z.literal('near-repeat'),
  /** Upper ends of the bands, not included; the last distance row and time column are beyond them (null). */
  metres: z.array(z.number().positive().nullable()),
  days: z.array(z.number().positive().nullable()),
  /** Row for distance, column for time: pairs of incidents. */
  observed: z.array(z.array(z.int().nonnegative())),
  /** Mean over the random orders. */
  expected: z.array(z.array(z.number().nonnegative())),
  p: z.array(z.array(Probability)),
  /** How long and how far after an incident another is more likely; null: nothing significant. */
  advice: z
    .object({
      withinMetres: z.number().positive(),
      withinDays: z.number().positive(),
      /** Observed over expected pairs, of the cells that the advice covers together. */
      riskRatio: z.number().positive(),
      p: Probability,
    })
    .nullable(),
  /** Where the advice holds at the end of the period: cells of the masking grid, as rings, and until when. */
  windows: z.array(z.object({ ring: z.array(Position), until: Instant, incidents: z.int().positive() })),
});

/** Counts over time, taken apart. Arrays are by step. */
export const TrendSeries = z.object({
  /** A kind of offence; null: all together. */
  offenceKind: z.string().nullable(),
  counts: z.array(z.number().nonnegative()),
  /** Null: too short for a season. */
  trend: z.array(z.number()).nullable(),
  seasonal: z.array(z.number()).nullable(),
  remainder: z.array(z.number()).nullable(),
  /** Change per year as a factor (1: none), season and overdispersion taken into account. */
  yearly: z
    .object({ factor: z.number(), low: z.number(), high: z.number(), p: Probability, q: Probability })
    .nullable(),
  /** From which step on the level (incidents a day, season apart) was another, and what it was. */
  changes: z.array(z.object({ step: z.int(), before: z.number(), after: z.number(), p: Probability })),
});

export const TrendResult = z.object({
  kind: z.literal('trend'),
  step: z.enum(['day', 'week', 'month']),
  /** Beginning of each step. */
  at: z.array(Instant),
  series: z.array(TrendSeries),
});

export const HeatMapResult = z.object({
  kind: z.literal('heat-map'),
  timeZone: z.string(),
  /** 7 days from Monday × 24 hours: incidents, those with an interval shared out over it. */
  hours: z.array(z.array(z.number().nonnegative()).length(24)).length(7),
  /** Of these, with a known hour; with an interval; left out since theirs is a week or longer. */
  exact: z.int().nonnegative(),
  shared: z.int().nonnegative(),
  leftOut: z.int().nonnegative(),
});

export const ComparisonResult = z.object({
  kind: z.literal('comparison'),
  areas: z.array(
    z.object({
      /** A boundary, or null for a cell. */
      boundaryId: z.string().nullable(),
      name: z.string(),
      ring: z.array(Position),
      before: z.int().nonnegative(),
      after: z.int().nonnegative(),
      /** Rate after over rate before, both per day, with a 95 % interval; null with nothing to divide by. */
      ratio: z.number().nonnegative().nullable(),
      low: z.number().nonnegative().nullable(),
      high: z.number().nonnegative().nullable(),
      p: Probability,
      q: Probability,
      change: z.enum(['more', 'fewer', 'none']),
    }),
  ),
  total: z.object({
    before: z.int().nonnegative(),
    after: z.int().nonnegative(),
    ratio: z.number().nonnegative().nullable(),
    low: z.number().nonnegative().nullable(),
    high: z.number().nonnegative().nullable(),
    p: Probability,
  }),
});

export const EMERGING_CLASSES = [
  'new',
  'consecutive',
  'intensifying',
  'persistent',
  'diminishing',
  'sporadic',
  'oscillating',
  'historical',
  'none',
] as const;

export const EmergingResult = z.object({
  kind: z.literal('emerging'),
  cells: CellSet,
  hot: z.array(z.enum(EMERGING_CLASSES)),
  cold: z.array(z.enum(EMERGING_CLASSES)),
  /** Beginning of each step of time. */
  at: z.array(Instant),
  /** Mann–Kendall of each cell's z over time. */
  trendZ: z.array(z.number().nullable()),
  trendP: z.array(Probability.nullable()),
});

export const SelfExcitingResult = z.object({
  kind: z.literal('self-exciting'),
  /** Incidents that another sets off on average, below 1. */
  branching: z.number().nonnegative(),
  /** Mean time and spread of what an incident sets off. */
  meanDays: z.number().nonnegative(),
  spreadMetres: z.number().nonnegative(),
  backgroundPerDay: z.number().nonnegative(),
  converged: z.boolean(),
  /** Intensity at the end of the period, incidents per km² and day. */
  raster: Raster,
});

export const RiskSurfaceResult = z.object({
  kind: z.literal('risk-surface'),
  cells: CellSet,
  /** Incidents expected in the second half of the period, from what lay near in the first half. */
  expected: z.array(z.number().nonnegative()),
  /** What the regression is made of: rate ratio for one standard deviation. */
  covariates: z.array(z.object({ name: z.string(), rateRatio: z.number().positive() })),
  /** Deviance explained in blocks of cells that it did not learn from; may be negative. */
  outOfSample: z.number(),
});

/** What an analysis found, by its kind. */
export const AnalysisResult = z.discriminatedUnion('kind', [
  DensityResult,
  HotSpotResult,
  ClusterResult,
  NearRepeatResult,
  TrendResult,
  HeatMapResult,
  ComparisonResult,
  EmergingResult,
  SelfExcitingResult,
  RiskSurfaceResult,
  ForecastResult,
  FeedbackResult,
  PatrolAuditResult,
]);
export type AnalysisResult = z.infer<typeof AnalysisResult>;
export type CrimeCluster = z.infer<typeof CrimeCluster>;
export type DensityResult = z.infer<typeof DensityResult>;
export type HotSpotResult = z.infer<typeof HotSpotResult>;
export type ClusterResult = z.infer<typeof ClusterResult>;
export type NearRepeatResult = z.infer<typeof NearRepeatResult>;
export type TrendSeries = z.infer<typeof TrendSeries>;
export type TrendResult = z.infer<typeof TrendResult>;
export type HeatMapResult = z.infer<typeof HeatMapResult>;
export type ComparisonResult = z.infer<typeof ComparisonResult>;
export type EmergingResult = z.infer<typeof EmergingResult>;
export type SelfExcitingResult = z.infer<typeof SelfExcitingResult>;
export type RiskSurfaceResult = z.infer<typeof RiskSurfaceResult>;
