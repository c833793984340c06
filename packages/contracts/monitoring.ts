import { z } from 'zod';
import { INCIDENT_SEVERITIES } from './governance/incident.ts';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';

/** How a picture is, measured on the frame that the model saw, about once in ten seconds for each camera. */
export const ImageMeasurement = z.object({
  cameraId: Identifier,
  at: Instant,
  /** Mean luma (ITU-R BT.601), 0 to 255. */
  brightness: z.number().min(0).max(255),
  /** Variance of the Laplacian of the luma: small where the picture is blurred. */
  sharpness: z.number().nonnegative(),
  /** Of the camera's picture before it was scaled, in pixels. */
  width: z.int().nonnegative(),
  height: z.int().nonnegative(),
});
export type ImageMeasurement = z.infer<typeof ImageMeasurement>;

/** Counts by bin; a bin that is not named holds nothing. `systems/governance-monitoring/bins.ts` names them. */
export const Histogram = z.record(z.string(), z.int().nonnegative());
export type Histogram = z.infer<typeof Histogram>;

/** What one AI system reported for one camera group in one hour. */
export const MonitoredHour = z.object({
  /** Begin of the hour. */
  hour: Instant,
  system: z.string(),
  siteId: Identifier,
  /** The camera group; for cameras without one, their site. */
  groupId: Identifier,
  /** Reports of the simulator are kept apart from real ones. */
  simulated: z.boolean(),
  /** Observations. */
  volume: z.int().nonnegative(),
  /** Milliseconds from capture to storage, in logarithmic bins. */
  latency: Histogram,
  /** Confidence, in bins of 0.05. */
  confidence: Histogram,
  /** Observations by object class. */
  objects: Histogram,
});
export type MonitoredHour = z.infer<typeof MonitoredHour>;

/** How the pictures of one camera group were in one hour. */
export const InputHour = z.object({
  hour: Instant,
  siteId: Identifier,
  groupId: Identifier,
  simulated: z.boolean(),
  samples: z.int().nonnegative(),
  /** In bins of 8. */
  brightness: Histogram,
  /** In logarithmic bins. */
  sharpness: Histogram,
  /** By `WIDTHxHEIGHT`. */
  resolution: Histogram,
});
export type InputHour = z.infer<typeof InputHour>;

/** A derived number with its 95 % interval, or the statement that there is too little to say one. */
export const Figure = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('known'),
    value: z.number(),
    low: z.number(),
    high: z.number(),
    count: z.int().nonnegative(),
    /** Which part of the whole it speaks of, for example `night` of an error gap. */
    about: z.string().optional(),
  }),
  z.object({
    state: z.literal('not-enough-data'),
    count: z.int().nonnegative(),
    needed: z.int().positive(),
  }),
]);
export type Figure = z.infer<typeof Figure>;

/** What rules watch. All but `volume-ratio` are bad when high. */
export const MONITORING_METRICS = [
  'volume-ratio',
  'latency-p95',
  'override-rate',
  'review-time-median',
  'brightness-drift',
  'sharpness-drift',
  'resolution-drift',
  'object-mix-drift',
  'confidence-drift',
  'brightness-ks',
  'sharpness-ks',
  'resolution-ks',
  'confidence-ks',
  'calibration-error',
  'error-rate',
  'error-gap',
] as const;
export const MonitoringMetric = z.enum(MONITORING_METRICS);
export type MonitoringMetric = z.infer<typeof MonitoringMetric>;

/** What a rule that fires does: a note on the page, an incident, or an incident and a suspension. */
export const CONSEQUENCES = ['note', 'incident', 'suspend'] as const;

export const MonitoringRuleInput = z.object({
  name: z.string().trim().min(1).max(120),
  metric: MonitoringMetric,
  /** The AI system that it is for; null: every one. */
  system: z.string().max(60).nullable(),
  /** Milliseconds for times, a fraction for rates and ratios, PSI for drift, the distance (0 to 1) for KS. */
  threshold: z.number().positive().max(1e9),
  /** Below this many observations, samples or reviews nothing is said. */
  minimumCount: z.int().min(10).max(1_000_000),
  windowHours: z.int().min(1).max(168),
  consequence: z.enum(CONSEQUENCES),
  severity: z.enum(INCIDENT_SEVERITIES),
  /** A rule is never deleted: it is disabled, and the page shows that. */
  enabled: z.boolean(),
});
export type MonitoringRuleInput = z.infer<typeof MonitoringRuleInput>;

/** A change of a rule with the reason for it, which stays with the version. */
export const MonitoringRuleChange = z.object({
  rule: MonitoringRuleInput,
  reason: z.string().trim().min(10).max(2000),
});
export type MonitoringRuleChange = z.infer<typeof MonitoringRuleChange>;

export const MonitoringRule = MonitoringRuleInput.extend({
  id: Identifier,
  version: z.int().positive(),
  changedAt: Instant,
  changedBy: z.string(),
  reason: z.string(),
});
export type MonitoringRule = z.infer<typeof MonitoringRule>;

export const RULE_STATES = ['ok', 'firing', 'not-enough-data'] as const;

/** How a rule stands for one AI system on one camera group. */
export const RuleState = z.object({
  ruleId: Identifier,
  system: z.string(),
  groupId: Identifier,
  simulated: z.boolean(),
  state: z.enum(RULE_STATES),
  /** Since when it is in this state. */
  since: Instant,
  figure: Figure,
});
export type RuleState = z.infer<typeof RuleState>;

/** One evaluation of all rules. */
export const MonitoringRun = z.object({
  id: Identifier,
  startedAt: Instant,
  finishedAt: Instant,
  rules: z.int().nonnegative(),
  /** Rules × systems × camera groups that were looked at. */
  checks: z.int().nonnegative(),
  firing: z.int().nonnegative(),
  notEnoughData: z.int().nonnegative(),
  /** sha256 of the canonical JSON of all results. */
  digest: z.string(),
});
export type MonitoringRun = z.infer<typeof MonitoringRun>;

/** Which past the present is compared with. */
export const MonitoringReference = z.object({
  id: Identifier,
  system: z.string(),
  groupId: Identifier,
  simulated: z.boolean(),
  from: Instant,
  to: Instant,
  pinnedAt: Instant,
  pinnedBy: z.string(),
});
export type MonitoringReference = z.infer<typeof MonitoringReference>;

export const ReferenceInput = z
  .object({
    system: z.string().max(60),
    groupId: Identifier,
    simulated: z.boolean(),
    from: Instant,
    to: Instant,
    reason: z.string().trim().min(10).max(2000),
  })
  .refine(({ from, to }) => from < to, { message: 'The reference must begin before it ends.' });
export type ReferenceInput = z.infer<typeof ReferenceInput>;
