import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { CellChoice } from './cell-choice.ts';
import { FeedbackSettings } from './feedback-loop.ts';
import { ForecastSettings } from './forecast.ts';
import { INCIDENT_KINDS, IncidentKind, Offence } from './incident.ts';

export const AnalysisPeriod = z
  .strictObject({ from: Instant, until: Instant })
  .refine(({ from, until }) => from < until, 'the period ends before it begins');
export type AnalysisPeriod = z.infer<typeof AnalysisPeriod>;

/** Which incidents an analysis is about. */
export const IncidentSelection = z.strictObject({
  siteId: Identifier,
  /** Incidents that may have happened within it. */
  period: AnalysisPeriod,
  /** Empty with `offences`: all. An incident that is in one of the two lists counts. */
  kinds: z.array(IncidentKind).max(INCIDENT_KINDS.length).default([]),
  /** Offences in the data's own words. */
  offences: z.array(Offence).max(100).default([]),
  /** Station areas (boundaries); empty: the whole site. */
  boundaryIds: z.array(Identifier).max(200).default([]),
  /**
   * Offences that are only recorded where officers look are left out, unless somebody says why they have to be counted.
   * The reason is shown beside the picture.
   */
  officerInitiated: z
    .strictObject({ reason: z.string().trim().min(10).max(500) })
    .nullable()
    .default(null),
  /** Whether simulated incidents are asked for instead of reported ones: the two are never counted together. */
  simulated: z.boolean().default(false),
});
export type IncidentSelection = z.infer<typeof IncidentSelection>;

const Seed = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .default(1);

export const DensitySettings = z.strictObject({
  kernel: z.enum(['quartic', 'gaussian']).default('quartic'),
  bandwidth: z
    .discriminatedUnion('rule', [
      z.strictObject({ rule: z.literal('fixed'), metres: z.number().min(20).max(20_000) }),
      /** Narrow where incidents are dense, wide where they are rare, around Scott's rule (Abramson). */
      z.strictObject({ rule: z.literal('adaptive') }),
      /** Scott's rule. */
      z.strictObject({ rule: z.literal('automatic') }),
    ])
    .default({ rule: 'automatic' }),
  /** Cells along the longer side of the raster. */
  resolution: z.int().min(16).max(512).default(256),
  /** Along roads, where the site's roads are loaded; refused where they are not. */
  alongRoads: z.boolean().default(false),
  /** Density now over density then (dual KDE). */
  against: AnalysisPeriod.nullable().default(null),
});
export type DensitySettings = z.infer<typeof DensitySettings>;

export const HotSpotSettings = z.strictObject({
  statistic: z.enum(['gi-star', 'gi', 'local-moran']).default('gi-star'),
  cells: CellChoice.default({ shape: 'square', metres: 500 }),
  /** Cells whose middles are no further apart are neighbours, in metres. */
  distanceMetres: z.number().min(50).max(20_000).default(1000),
  /**
   * Random orders for the p-values; 0: those of the normal approximation. With thousands of cells looked at, few orders
   * cannot tell any cell apart: the smallest p is two over their number.
   */
  permutations: z.int().min(0).max(99_999).default(9999),
  /** False discovery rate at which a cell is marked. */
  alpha: z.number().min(0.001).max(0.2).default(0.05),
  seed: Seed,
});
export type HotSpotSettings = z.infer<typeof HotSpotSettings>;

export const ClusterSettings = z.strictObject({
  /**
   * `space-time`: what differs from the usual at this place and this time together (space-time permutation, needs no
   * population). `space`: what differs from the population of station areas (Poisson; refused where they have none).
   */
  model: z.enum(['space-time', 'space']).default('space-time'),
  cells: z.strictObject({ metres: z.number().min(50).max(5000) }).default({ metres: 500 }),
  maximumMetres: z.number().min(100).max(20_000).default(2000),
  /** Longest cluster in days; at most half of the period counts. */
  maximumDays: z.int().min(1).max(365).default(28),
  /** The largest share of all incidents, or of the population, in one cluster. */
  maximumShare: z.number().min(0.01).max(0.5).default(0.5),
  replicas: z.int().min(99).max(9999).default(999),
  seed: Seed,
});
export type ClusterSettings = z.infer<typeof ClusterSettings>;

export const NearRepeatSettings = z.strictObject({
  distance: z.enum(['manhattan', 'euclidean']).default('manhattan'),
  /** Upper ends of the distance bands, in metres, rising. */
  metres: z.array(z.number().positive().max(20_000)).min(1).max(20).default([1, 100, 200, 300, 400, 600]),
  /** Upper ends of the bands in days, rising. */
  days: z.array(z.number().positive().max(365)).min(1).max(20).default([7, 14, 21, 28]),
  permutations: z.int().min(99).max(9999).default(999),
  alpha: z.number().min(0.001).max(0.2).default(0.05),
  seed: Seed,
});
export type NearRepeatSettings = z.infer<typeof NearRepeatSettings>;

export const TrendSettings = z.strictObject({
  step: z.enum(['day', 'week', 'month']).default('week'),
  /** A series for each kind of offence beside the sum. */
  byKind: z.boolean().default(true),
  alpha: z.number().min(0.001).max(0.2).default(0.05),
});
export type TrendSettings = z.infer<typeof TrendSettings>;

export const HeatMapSettings = z.strictObject({});

export const ComparisonSettings = z.strictObject({
  /** The period before; the selection's own is the one after. */
  before: AnalysisPeriod,
  /** Station areas, or cells. */
  areas: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('boundaries') }),
      z.strictObject({ by: z.literal('cells'), metres: z.number().min(100).max(5000) }),
    ])
    .default({ by: 'boundaries' }),
  alpha: z.number().min(0.001).max(0.2).default(0.05),
});
export type ComparisonSettings = z.infer<typeof ComparisonSettings>;

export const EmergingSettings = z.strictObject({
  cells: z.strictObject({ metres: z.number().min(100).max(5000) }).default({ metres: 500 }),
  stepDays: z.int().min(1).max(92).default(28),
  distanceMetres: z.number().min(100).max(20_000).default(1000),
  alpha: z.number().min(0.001).max(0.2).default(0.05),
});
export type EmergingSettings = z.infer<typeof EmergingSettings>;

export const SelfExcitingSettings = z.strictObject({
  cells: z.strictObject({ metres: z.number().min(50).max(2000) }).default({ metres: 200 }),
  iterations: z.int().min(5).max(500).default(200),
});
export type SelfExcitingSettings = z.infer<typeof SelfExcitingSettings>;

export const RiskSurfaceSettings = z.strictObject({
  cells: z.strictObject({ metres: z.number().min(100).max(5000) }).default({ metres: 500 }),
  seed: Seed,
});
export type RiskSurfaceSettings = z.infer<typeof RiskSurfaceSettings>;

export const PatrolAuditSettings = z.strictObject({});

/** A question: which incidents, and what of them. */
export const AnalysisQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('density'), selection: IncidentSelection, settings: DensitySettings }),
  z.strictObject({ kind: z.literal('hot-spots'), selection: IncidentSelection, settings: HotSpotSettings }),
  z.strictObject({ kind: z.literal('clusters'), selection: IncidentSelection, settings: ClusterSettings }),
  z.strictObject({
    kind: z.literal('near-repeat'),
    selection: IncidentSelection,
    settings: NearRepeatSettings,
  }),
  z.strictObject({ kind: z.literal('trend'), selection: IncidentSelection, settings: TrendSettings }),
  z.strictObject({ kind: z.literal('heat-map'), selection: IncidentSelection, settings: HeatMapSettings }),
  z.strictObject({
    kind: z.literal('comparison'),
    selection: IncidentSelection,
    settings: ComparisonSettings,
  }),
  z.strictObject({ kind: z.literal('emerging'), selection: IncidentSelection, settings: EmergingSettings }),
  z.strictObject({
    kind: z.literal('self-exciting'),
    selection: IncidentSelection,
    settings: SelfExcitingSettings,
  }),
  z.strictObject({
    kind: z.literal('risk-surface'),
    selection: IncidentSelection,
    settings: RiskSurfaceSettings,
  }),
  z.strictObject({ kind: z.literal('forecast'), selection: IncidentSelection, settings: ForecastSettings }),
  z.strictObject({
    kind: z.literal('feedback-loop'),
    selection: IncidentSelection,
    settings: FeedbackSettings,
  }),
  z.strictObject({
    kind: z.literal('patrol-audit'),
    selection: IncidentSelection,
    settings: PatrolAuditSettings,
  }),
]);
export type AnalysisQuestion = z.infer<typeof AnalysisQuestion>;
