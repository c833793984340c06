import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';
import { Figure, MonitoringMetric, MonitoringReference, MonitoringRun, RULE_STATES } from './monitoring.ts';

/** One AI system on one camera group, as the overview shows it. */
export const MonitoredPair = z.object({
  system: z.string(),
  groupId: Identifier,
  groupName: z.string(),
  siteId: Identifier,
  siteName: z.string(),
  simulated: z.boolean(),
  /** The worst of its rules: firing before not enough data before ok. */
  state: z.enum(RULE_STATES),
  /** Observations in the last 24 hours. */
  volume: z.int().nonnegative(),
  figures: z.array(z.object({ metric: MonitoringMetric, figure: Figure })),
  firing: z.array(z.object({ ruleId: Identifier, name: z.string(), since: Instant })),
});
export type MonitoredPair = z.infer<typeof MonitoredPair>;

export const MonitoringOverview = z.object({
  /** Null: it never ran. */
  latestRun: MonitoringRun.nullable(),
  /** Whether the last run is so long ago that nobody watches. */
  gap: z.boolean(),
  disabledRules: z.int().nonnegative(),
  pairs: z.array(MonitoredPair),
});
export type MonitoringOverview = z.infer<typeof MonitoringOverview>;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const MonitoringDetailQuery = z.object({
  system: z.string().max(60),
  groupId: Identifier,
  simulated: flag,
  hours: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 31)
    .default(48),
});
export type MonitoringDetailQuery = z.infer<typeof MonitoringDetailQuery>;

/** Present and reference of one distribution, with the two ways to say how far apart they are. */
export const DriftView = z.object({
  metric: MonitoringMetric,
  bins: z.array(z.object({ label: z.string(), reference: z.number(), present: z.number() })),
  psi: Figure,
  /** Kolmogorov and Smirnov's distance; null for what has no order, and where there is too little. */
  ks: z.object({ distance: z.number(), p: z.number() }).nullable(),
  /** Whether the values have an order. Kinds of objects have none, so no distance of Kolmogorov and Smirnov. */
  ordered: z.boolean(),
});
export type DriftView = z.infer<typeof DriftView>;

/** Errors of one part of the reviewed alerts. Parts are never personal traits. */
export const ErrorPart = z.object({
  dimension: z.enum(['camera', 'object-class', 'time-of-day']),
  part: z.string(),
  /** Reviewed alerts in which the object was wrong or nothing was there. */
  rate: Figure,
});
export type ErrorPart = z.infer<typeof ErrorPart>;

/** One hour in figures: each with its interval, or the statement that the hour has too little to say one. */
export const HourFigures = z.object({
  overrideRate: Figure,
  errorRate: Figure,
  /** Milliseconds. */
  reviewTimeMedian: Figure,
  calibrationError: Figure,
  confidenceMedian: Figure,
  /** Milliseconds. */
  latencyP95: Figure,
  /** 0 to 255. */
  brightnessMedian: Figure,
  sharpnessMedian: Figure,
});
export type HourFigures = z.infer<typeof HourFigures>;

export const MonitoringDetail = z.object({
  pair: MonitoredPair,
  reference: MonitoringReference.nullable(),
  hours: z.array(
    z.object({
      hour: Instant,
      volume: z.int().nonnegative(),
      latencyMedian: z.number().nullable(),
      latencyP95: z.number().nullable(),
      brightnessMedian: z.number().nullable(),
      sharpnessMedian: z.number().nullable(),
      alerts: z.int().nonnegative(),
      confirmed: z.int().nonnegative(),
      rejected: z.int().nonnegative(),
      figures: HourFigures,
    }),
  ),
  overrideRate: Figure,
  reviewTimeMedian: Figure,
  drifts: z.array(DriftView),
  calibration: z.object({
    error: Figure,
    bins: z.array(z.object({ from: z.number(), to: z.number(), meanConfidence: z.number(), right: Figure })),
  }),
  errors: z.array(ErrorPart),
});
export type MonitoringDetail = z.infer<typeof MonitoringDetail>;

export const MonitoringRunQuery = z.object({
  from: Instant.optional(),
  to: Instant.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
