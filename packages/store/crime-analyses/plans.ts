import type { SiteScope } from '@amaan/contracts/api/me';
import type {
  DeploymentPlan,
  DeploymentPlanSummary,
  PlanEvaluation,
  PlanInput,
  PlanListQuery,
  PlanState,
} from '@amaan/contracts/crime/deployment-plan';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { InferResult } from 'kysely';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';
import type { PlanBody, PlanCells } from './plan-body.ts';

export interface ProposedPlan {
  readonly id: Identifier;
  readonly siteId: Identifier;
  readonly from: Instant;
  readonly until: Instant;
  readonly input: PlanInput;
  readonly body: PlanBody;
  readonly cells: PlanCells;
  readonly simulated: boolean;
  readonly at: Instant;
  readonly by: RecordAuthor;
}

/** Puts down a plan that waits for somebody's word. */
export async function insertPlan(tx: Database, plan: ProposedPlan): Promise<void> {
  await tx
    .insertInto('crime_plan')
    .values({
      id: plan.id,
      site_id: plan.siteId,
      forecast_id: plan.input.forecastId,
      state: 'proposed',
      from_at: plan.from,
      until_at: plan.until,
      input: JSON.stringify(plan.input),
      body: JSON.stringify(plan.body),
      cells: JSON.stringify(plan.cells),
      simulated: plan.simulated,
      planned_at: plan.at,
      planned_by: plan.by.actor,
      planned_by_name: plan.by.name,
      planned_person: plan.by.person,
    })
    .execute();
}

/** Newest first. */
export async function listPlans(
  db: Database,
  sites: SiteScope,
  query: PlanListQuery,
): Promise<DeploymentPlanSummary[]> {
  let asked = selectPlans(db).where(withinSites('site_id', sites)).orderBy('id', 'desc').limit(200);
  if (query.siteId !== undefined) asked = asked.where('site_id', '=', query.siteId);
  if (query.state !== undefined) asked = asked.where('state', '=', query.state);
  return (await asked.execute()).map((row) => {
    const plan = planOf(row);
    const { id, siteId, forecastId, state, from, until, simulated } = plan;
    const { expectedCovered, plannedAt, plannedBy, decidedAt, decidedBy } = plan;
    return {
      ...{ id, siteId, forecastId, state, from, until, simulated },
      ...{ expectedCovered, plannedAt, plannedBy, decidedAt, decidedBy },
    };
  });
}

/** A plan, its cells, and the person who made it. */
export interface StoredPlan {
  readonly plan: DeploymentPlan;
  readonly cells: PlanCells;
  readonly plannedPerson: string;
}

export async function getPlan(db: Database, sites: SiteScope, id: Identifier): Promise<StoredPlan | null> {
  const row = await selectPlans(db)
    .where('id', '=', id)
    .where(withinSites('site_id', sites))
    .executeTakeFirst();
  return row === undefined
    ? null
    : { plan: planOf(row), cells: row.cells, plannedPerson: row.planned_person };
}

/** The approved plan of a site whose days end last before or at an instant: the period before. */
export async function previousPlan(
  db: Database,
  siteId: Identifier,
  from: Instant,
): Promise<StoredPlan | null> {
  const row = await selectPlans(db)
    .where('site_id', '=', siteId)
    .where('state', '=', 'approved')
    .where('until_at', '<=', from)
    .orderBy('until_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { plan: planOf(row), cells: row.cells, plannedPerson: row.planned_person };
}

/** Decides on a plan that is proposed. @returns whether it was */
export async function decidePlan(
  tx: Database,
  id: Identifier,
  decision: {
    readonly state: Extract<PlanState, 'approved' | 'rejected'>;
    readonly note: string;
    readonly at: Instant;
    readonly by: RecordAuthor;
  },
): Promise<boolean> {
  const decided = await tx
    .updateTable('crime_plan')
    .set({
      state: decision.state,
      decided_at: decision.at,
      decided_by: decision.by.actor,
      decided_by_name: decision.by.name,
      decided_person: decision.by.person,
      decision_note: decision.note,
    })
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .returning('id')
    .executeTakeFirst();
  return decided !== undefined;
}

export async function setPlanEvaluation(
  tx: Database,
  id: Identifier,
  evaluation: PlanEvaluation,
): Promise<void> {
  await tx
    .updateTable('crime_plan')
    .set({ evaluation: JSON.stringify(evaluation) })
    .where('id', '=', id)
    .execute();
}

function selectPlans(db: Database) {
  return db.selectFrom('crime_plan').selectAll();
}

function planOf(row: InferResult<ReturnType<typeof selectPlans>>[number]): DeploymentPlan {
  return {
    ...row.body,
    id: row.id,
    siteId: row.site_id,
    forecastId: row.forecast_id,
    state: row.state,
    from: row.from_at,
    until: row.until_at,
    input: row.input,
    simulated: row.simulated,
    plannedAt: row.planned_at,
    plannedBy: row.planned_by_name,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by_name,
    decisionNote: row.decision_note,
    evaluation: row.evaluation,
  };
}
