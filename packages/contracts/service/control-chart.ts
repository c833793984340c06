import { z } from 'zod';
import { Instant } from '../instant.ts';
import { CallQuery } from './call-performance.ts';
import { TIMED_PHASES } from './call-phases.ts';

/**
 * What is drawn: the median of a phase (individuals and moving ranges), the share within the target (p), or how many came
 * (u, an hour).
 */
export const CHARTED = ['median', 'within-target', 'volume'] as const;
export type Charted = (typeof CHARTED)[number];

/** `p-prime` and `u-prime` have Laney's correction for more spread than the binomial or Poisson law has. */
export const CHART_KINDS = ['individuals', 'p', 'p-prime', 'u', 'u-prime'] as const;

/**
 * Signs that a process changed. `we-1`–`we-4`: Western Electric, Statistical Quality Control Handbook (1956); `nelson-1`–
 * `nelson-8`: L. S. Nelson, "The Shewhart control chart: tests for special causes", Journal of Quality Technology 16 (1984)
 * 237–239. What each means stands in `docs/performance.md`.
 */
export const CHART_RULES = [
  'we-1',
  'we-2',
  'we-3',
  'we-4',
  'nelson-1',
  'nelson-2',
  'nelson-3',
  'nelson-4',
  'nelson-5',
  'nelson-6',
  'nelson-7',
  'nelson-8',
] as const;
export type ChartRule = (typeof CHART_RULES)[number];

export const RULE_SETS = ['western-electric', 'nelson'] as const;
export type RuleSet = (typeof RULE_SETS)[number];

export const CHART_STEPS = ['shift', 'day', 'week'] as const;
export type ChartStep = (typeof CHART_STEPS)[number];

/** One step of time. */
export const ChartPoint = z.object({
  from: Instant,
  to: Instant,
  /** Seconds, a share, or a number an hour; null: too few to say it, and no point is drawn. */
  value: z.number().nullable(),
  /** Calls or alerts that it is of. */
  size: z.int().nonnegative(),
  /** Limits of this point, three sigma from the centre; null where there is no point. */
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  /** Whether the limits were made from it. */
  inBaseline: z.boolean(),
  /** Rules that end at this point. */
  signals: z.array(z.enum(CHART_RULES)),
});
export type ChartPoint = z.infer<typeof ChartPoint>;

export const ControlChart = z.object({
  of: z.enum(['alerts', 'calls']),
  charted: z.enum(CHARTED),
  phase: z.enum(TIMED_PHASES),
  kind: z.enum(CHART_KINDS),
  rules: z.enum(RULE_SETS),
  step: z.enum(CHART_STEPS),
  simulated: z.boolean(),
  /** Null: too few points for any limits (fewer than twelve). */
  centre: z.number().nullable(),
  /** The target, where one is set for what is drawn. */
  target: z.number().nullable(),
  /** Spread of the points against that of the binomial or Poisson law (Laney's sigma z); null for individuals. */
  dispersion: z.number().nullable(),
  points: z.array(ChartPoint),
  /** Moving ranges of the points, for individuals; null where there is none. */
  ranges: z.array(z.number().nullable()),
  rangeUpper: z.number().nullable(),
});
export type ControlChart = z.infer<typeof ControlChart>;

export const ControlChartQuery = CallQuery.extend({
  shift: z.string().max(40).optional(),
  of: z.enum(['alerts', 'calls']).default('calls'),
  charted: z.enum(CHARTED).default('median'),
  phase: z.enum(TIMED_PHASES).default('dispatch'),
  step: z.enum(CHART_STEPS).default('day'),
  rules: z.enum(RULE_SETS).default('nelson'),
});
export type ControlChartQuery = z.infer<typeof ControlChartQuery>;
