import { z } from 'zod';
import { Position } from '../geometry.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { AnalysisNote } from './analysis-note.ts';
import { Interval } from './forecast.ts';

/** A part of the day in the site's time; it may run past midnight. */
export const PlanShift = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** Hour at which it begins, 0–23, and ends, 1–24. */
  fromHour: z.int().min(0).max(23),
  untilHour: z.int().min(1).max(24),
  /** Hours of patrol that are there for it on each day. */
  patrolHours: z.number().min(0).max(10_000),
});
export type PlanShift = z.infer<typeof PlanShift>;

/** Bounds of fairness: what a plan keeps to, however the forecast looks. */
export const PlanBounds = z.strictObject({
  /** No station area gets more than so many times its share of people (of ground, where people are not known). */
  mostShareRatio: z.number().min(1).max(10).default(2),
  /** Every station area gets at least this share of the hours that its people would give it. */
  leastCover: z.number().min(0).max(1).default(0.25),
  /** Most periods in a row for which a cell may be visited. */
  consecutiveCap: z.int().min(1).max(26).default(3),
});
export type PlanBounds = z.infer<typeof PlanBounds>;

/** What a plan is made of. The forecast has to be one that is offered. */
export const PlanInput = z.strictObject({
  forecastId: Identifier,
  shifts: z.array(PlanShift).min(1).max(6),
  /** Minutes of one visit: Koper (1995) found the effect to grow up to about 15. */
  visitMinutes: z.int().min(5).max(60).default(15),
  bounds: PlanBounds.prefault({}),
  note: z.string().trim().min(3).max(1000),
});
export type PlanInput = z.infer<typeof PlanInput>;

export const PLAN_STATES = ['proposed', 'approved', 'rejected', 'withdrawn'] as const;
export const PlanState = z.enum(PLAN_STATES);
export type PlanState = z.infer<typeof PlanState>;

/** Visits to one cell in one shift over the plan's days. Nobody is named: who goes, people decide. */
export const PlanVisit = z.object({
  /** Place in the forecast's list of cells. */
  cell: z.int().nonnegative(),
  ring: z.array(Position),
  boundaryId: z.string().nullable(),
  shift: z.string(),
  visitsPerDay: z.number().nonnegative(),
  expected: z.number().nonnegative(),
});
export type PlanVisit = z.infer<typeof PlanVisit>;

/** A bound that changed the plan. */
export const PlanBoundHit = z.object({
  bound: z.enum(['most-share', 'least-cover', 'consecutive-cap', 'hours']),
  /** A station area, or null where the bound is of a cell or of all. */
  boundaryId: z.string().nullable(),
  name: z.string(),
  /** Hours per day before and after it. */
  hoursBefore: z.number().nonnegative(),
  hoursAfter: z.number().nonnegative(),
});
export type PlanBoundHit = z.infer<typeof PlanBoundHit>;

/** How a plan's days went, from what was reported since. No cause is claimed. */
export const PlanEvaluation = z.object({
  evaluatedAt: Instant,
  /** Until when incidents were known. */
  dataUntil: Instant,
  /** Incidents in the plan's days, and of these in its cells. */
  incidents: z.int().nonnegative(),
  inCells: z.int().nonnegative(),
  pai: Interval,
  hitRate: Interval,
  /** The count baseline's cells in the same days. */
  baselinePai: Interval,
  /** Hours that were patrolled in the plan's cells, where that is known. */
  patrolledHours: z.number().nonnegative().nullable(),
  /** Against the same number of days before: planned cells against their surroundings, as a ratio of ratios. */
  change: Interval,
  notes: z.array(AnalysisNote),
});
export type PlanEvaluation = z.infer<typeof PlanEvaluation>;

export const DeploymentPlan = z.object({
  id: Identifier,
  siteId: Identifier,
  forecastId: Identifier,
  state: PlanState,
  from: Instant,
  until: Instant,
  input: PlanInput,
  visits: z.array(PlanVisit),
  /** Hours per day by station area: planned, and those that people (or ground) would give. */
  areas: z.array(
    z.object({
      boundaryId: z.string(),
      name: z.string(),
      hours: z.number().nonnegative(),
      fairHours: z.number().nonnegative(),
    }),
  ),
  boundHits: z.array(PlanBoundHit),
  /** Of all incidents expected in the horizon, the share in visited cells. */
  coveredShare: z.number().min(0).max(1),
  simulated: z.boolean(),
  notes: z.array(AnalysisNote),
  plannedAt: Instant,
  plannedBy: z.string(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  decisionNote: z.string().nullable(),
  evaluation: PlanEvaluation.nullable(),
});
export type DeploymentPlan = z.infer<typeof DeploymentPlan>;

/** A plan as lists show it. */
export const DeploymentPlanSummary = DeploymentPlan.pick({
  id: true,
  siteId: true,
  forecastId: true,
  state: true,
  from: true,
  until: true,
  simulated: true,
  coveredShare: true,
  plannedAt: true,
  plannedBy: true,
  decidedAt: true,
  decidedBy: true,
});
export type DeploymentPlanSummary = z.infer<typeof DeploymentPlanSummary>;

export const PlanListQuery = z.object({
  siteId: Identifier.optional(),
  state: PlanState.optional(),
});
export type PlanListQuery = z.infer<typeof PlanListQuery>;

/** A supervisor's word on a plan. */
export const PlanDecision = z.strictObject({
  decision: z.enum(['approve', 'reject']),
  note: z.string().trim().min(3).max(1000),
});
export type PlanDecision = z.infer<typeof PlanDecision>;
