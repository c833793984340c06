import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import type { EnforcementPlanVersion } from '@amaan/contracts/violations/api-enforcement';
import type { EnforcementPlan, EnforcementPlanInput } from '@amaan/contracts/violations/enforcement';
import { sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import type { Database } from '../open-database.ts';

/** `ENFORCEMENT_PLAN_CHANGED`: somebody else saved or removed it meanwhile. */
export class EnforcementPlanError extends AmaanError {}

const COLUMNS = ['plan_id', 'version', 'camera_id', 'body'] as const;

/** The plan in force on a camera, or null. */
export async function getEnforcementPlan(
  db: Database,
  cameraId: Identifier,
): Promise<EnforcementPlan | null> {
  const row = await db
    .selectFrom('enforcement_plan')
    .select(COLUMNS)
    .where('camera_id', '=', cameraId)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : planOf(row);
}

/** A plan in force, and whether the camera's lanes are still those that it was drawn upon. */
export interface PlanInForce {
  readonly plan: EnforcementPlan;
  readonly isCurrent: boolean;
}

/** The plans in force of cameras that are there. */
export async function listPlansInForce(db: Database): Promise<PlanInForce[]> {
  const rows = await db
    .selectFrom('enforcement_plan as plan')
    .innerJoin('camera', 'camera.id', 'plan.camera_id')
    .leftJoin('traffic_view as view', (join) =>
      join
        .onRef('view.camera_id', '=', 'plan.camera_id')
        .on('view.retired_at', 'is', null)
        .on(sql<boolean>`view.view_id::text = plan.body #>> '{view,id}'`)
        .on(sql<boolean>`view.version::text = plan.body #>> '{view,version}'`),
    )
    .select(['plan.plan_id', 'plan.version', 'plan.camera_id', 'plan.body', 'view.view_id'])
    .where('plan.retired_at', 'is', null)
    .where('camera.deleted_at', 'is', null)
    .orderBy('plan.camera_id')
    .execute();
  return rows.map(({ view_id, ...row }) => ({ plan: planOf(row), isCurrent: view_id !== null }));
}

/** The plans that are enforced: those in force, upon lanes that are still the same. */
export async function listEnforcedPlans(db: Database): Promise<EnforcementPlan[]> {
  return (await listPlansInForce(db)).flatMap(({ plan, isCurrent }) => (isCurrent ? [plan] : []));
}

/** Versions of plans, also of those that are not in force any more. */
export async function listPlanVersions(
  db: Database,
  plans: readonly { readonly planId: Identifier; readonly version: number }[],
): Promise<EnforcementPlan[]> {
  if (plans.length === 0) return [];
  const { rows } = await sql<PlanRow>`
    SELECT plan.plan_id, plan.version, plan.camera_id, plan.body
    FROM ${jsonRows(plans, '"planId" uuid, version integer')}
    JOIN enforcement_plan AS plan ON plan.plan_id = row."planId" AND plan.version = row.version`.execute(db);
  return rows.map(planOf);
}

/** Every version that a camera's plan ever had, newest first. */
export async function listPlanHistory(db: Database, cameraId: Identifier): Promise<EnforcementPlanVersion[]> {
  const rows = await db
    .selectFrom('enforcement_plan')
    .select(['version', 'at', 'by_name as byName', 'note', 'body', 'retired_at as retiredAt'])
    .where('camera_id', '=', cameraId)
    .orderBy('at', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ body, ...row }) => ({
    ...row,
    viewVersion: body.view.version,
    kinds: [...new Set(body.rules.map(({ kind }) => kind))],
  }));
}

/**
 * Puts a plan in the place of the one in force, as its next version; both are kept. Call it in a transaction.
 * @param seen the version that the person saw; 0: none was in force
 * @throws EnforcementPlanError `ENFORCEMENT_PLAN_CHANGED`
 */
export async function saveEnforcementPlan(
  db: Database,
  saved: {
    readonly cameraId: Identifier;
    readonly plan: EnforcementPlanInput;
    readonly note: string;
    readonly at: Instant;
    readonly by: { readonly id: string; readonly name: string };
  },
  seen: number,
): Promise<EnforcementPlan> {
  const { cameraId, plan, note, at, by } = saved;
  await retireEnforcementPlan(db, cameraId, seen, at);
  const last = await db
    .selectFrom('enforcement_plan')
    .select(['plan_id', 'version'])
    .where('camera_id', '=', cameraId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const id = last?.plan_id ?? newIdentifier();
  const version = (last?.version ?? 0) + 1;
  await db
    .insertInto('enforcement_plan')
    .values({
      ...{ plan_id: id, version, camera_id: cameraId, body: JSON.stringify(plan), note, at },
      ...{ by_user: by.id, by_name: by.name, retired_at: null },
    })
    .execute();
  return { ...plan, id, cameraId, version };
}

/**
 * Takes a camera's plan out of force; cases keep naming it. Call it in a transaction.
 * @returns what was in force, or null when nothing was and nothing was seen
 * @throws EnforcementPlanError `ENFORCEMENT_PLAN_CHANGED`
 */
export async function retireEnforcementPlan(
  db: Database,
  cameraId: Identifier,
  seen: number,
  at: Instant,
): Promise<EnforcementPlan | null> {
  const row = await db
    .updateTable('enforcement_plan')
    .set({ retired_at: at })
    .where('camera_id', '=', cameraId)
    .where('retired_at', 'is', null)
    .returning(COLUMNS)
    .executeTakeFirst();
  if ((row?.version ?? 0) !== seen)
    throw new EnforcementPlanError(
      'ENFORCEMENT_PLAN_CHANGED',
      'Somebody else changed what is enforced on this camera meanwhile; nothing was saved. Look at it anew and do it again.',
    );
  return row === undefined ? null : planOf(row);
}

interface PlanRow {
  readonly plan_id: Identifier;
  readonly version: number;
  readonly camera_id: Identifier;
  readonly body: EnforcementPlanInput;
}

function planOf(row: PlanRow): EnforcementPlan {
  return { ...row.body, id: row.plan_id, cameraId: row.camera_id, version: row.version };
}
