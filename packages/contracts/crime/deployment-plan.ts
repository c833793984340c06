import { z } from 'zod';
import { Position } from '../geometry.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { AnalysisNote } from './analysis-note.ts';
import { Interval } from './forecast.ts';

/** A part of the day in the site's time; one that ends before it begins runs past midnight. */
export const PlanShift = z.strictObject({
  name: z.string().trim().min(1).max(60),
  fromHour: z.int().min(0).max(23),
  untilHour: z.int().min(0).max(24),
  /** Hours of patrol that there are for it on each day. */
  patrolHours: z.number().min(0).max(10_000),
});
export type PlanShift = z.infer<typeof PlanShift>;

/** Bounds of fairness: what a plan keeps to, however the forecast looks. */
export const PlanBounds = z.strictObject({
  /** No station area gets more than so many times its fair share (of people; of ground where people are not known). */
  mostTimesFairShare: z.number().min(1).max(10).default(2),
  /** Every station area gets at least this part of its fair share. */
  leastOfFairShare: z.number().min(0).max(1).default(0.25),
  /** Most periods in a row in which a cell may be visited. */
  mostPeriodsInRow: z.int().min(1).max(26).default(3),
  /** Most visits to one cell in one shift on a day. */
  mostVisitsPerCell: z.int().min(1).max(24).default(2),
  /** Part of the cells that is drawn to be left out, so that an effect can be told afterwards. */
  leftOutShare: z.number().min(0).max(0.5).default(0.2),
});
export type PlanBounds = z.infer<typeof PlanBounds>;

/** What a plan is made of. The forecast has to be one that is offered. */
export const PlanInput = z.strictObject({
  forecastId: Identifier,
  shifts: z.array(PlanShift).min(1).max(6),
  /** Minutes of one visit: Koper (1995) found the effect to grow up to about 15. */
  visitMinutes: z.int().min(5).max(60).default(15),
  bounds: PlanBounds.prefault({}),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1),
  note: z.string().trim().min(3).max(1000),
});
export type PlanInput = z.infer<typeof PlanInput>;

export const PLAN_STATES = ['proposed', 'approved', 'rejected'] as const;
export const PlanState = z.enum(PLAN_STATES);
export type PlanState = z.infer<typeof PlanState>;

/** Visits to one cell in one shift over the plan's days. Nobody is named: who goes, people decide. */
export const PlanVisit = z.object({
  /** Number of the cell in the forecast: place in its squares' raster, or in its list of hexagons. */
  cell: z.int().nonnegative(),
  ring: z.array(Position),
  boundaryId: z.string().nullable(),
  shift: z.string(),
  visits: z.int().nonnegative(),
  /** Incidents expected in it during the shift. */
  expected: z.number().nonnegative(),
});
export type PlanVisit = z.infer<typeof PlanVisit>;

/** A bound that changed the plan. */
export const PlanBoundEffect = z.object({
  code: z.enum(['area-most', 'area-least', 'cell-periods', 'cell-visits', 'left-out']),
  /** The station area that it is about. */
  boundaryId: z.string().nullable(),
  name: z.string().nullable(),
  cell: z.int().nonnegative().nullable(),
  /** Visits that went elsewhere because of it, or that came because of it for `area-least`. */
  visits: z.number().nonnegative(),
});
export type PlanBoundEffect = z.infer<typeof PlanBoundEffect>;

export const CellGroupOutcome = z.object({
  cells: z.int().nonnegative(),
  /** Incidents in as many days before, and in the plan's days; and those expected. */
  before: z.int().nonnegative(),
  during: z.int().nonnegative(),
  expected: z.number().nonnegative(),
});

/** How a plan's days went, from what was reported since. No cause is claimed. */
export const PlanEvaluation = z.object({
  evaluatedAt: Instant,
  /** Until when incidents are known. */
  dataUntil: Instant,
  visited: CellGroupOutcome,
  /** Cells that were drawn to be left out (`drawn`), else those of the next lower risk. */
  compared: CellGroupOutcome,
  drawn: z.boolean(),
  /** Cells beside visited ones: where offences could have moved to. */
  neighbours: CellGroupOutcome,
  /** Change in visited cells over change in compared ones, with its interval; below 1 is fewer. */
  rateRatio: z.number().nullable(),
  interval: Interval.nullable(),
  /** Weighted displacement quotient (Bowers and Johnson 2003). */
  displacement: z.number().nullable(),
  areas: z.array(
    z.object({
      boundaryId: z.string(),
      name: z.string(),
      plannedVisits: z.number().nonnegative(),
      /** Null: not on record. */
      patrolHours: z.number().nonnegative().nullable(),
      incidents: z.int().nonnegative(),
      expected: z.number().nonnegative(),
    }),
  ),
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
  /** Rings of the cells that were drawn to be left out. */
  leftOut: z.array(z.object({ cell: z.int().nonnegative(), ring: z.array(Position) })),
  /** Visits by station area, with the bounds and without any; shares of all areas. */
  areas: z.array(
    z.object({
      boundaryId: z.string(),
      name: z.string(),
      visits: z.number().nonnegative(),
      visitsUnbounded: z.number().nonnegative(),
      share: z.number().nonnegative(),
      fairShare: z.number().nonnegative(),
      expectedShare: z.number().nonnegative(),
    }),
  ),
  fairBy: z.enum(['population', 'area']),
  boundEffects: z.array(PlanBoundEffect),
  /** Visits that no cell could be found for within the bounds. */
  unplaced: z.number().nonnegative(),
  /** Incidents expected in visited cells and shifts, with the bounds and without any. */
  expectedCovered: z.number().nonnegative(),
  expectedCoveredUnbounded: z.number().nonnegative(),
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
  expectedCovered: true,
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
