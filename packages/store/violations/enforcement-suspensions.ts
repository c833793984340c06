import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type {
  CameraSuspension,
  CameraSuspensionQuery,
  CancellationRate,
  SuspensionLift,
} from '@amaan/contracts/violations/camera-suspension';
import type { CancelCause } from '@amaan/contracts/violations/challan';
import { type InferResult, sql } from 'kysely';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

/** What is settled of one camera's challans. */
export interface SettledCount {
  readonly cameraId: Identifier;
  readonly cameraName: string;
  readonly siteId: Identifier;
  readonly groupId: Identifier;
  /** Violations from then on are counted. */
  readonly since: Instant;
  readonly decided: number;
  readonly cancelled: number;
}

/**
 * Counts, of each camera, the challans whose fate is settled and those that were cancelled, of violations since a window
 * began or since its last suspension ended.
 *
 * @param of `windowFrom`: where the window begins; `against`: causes that count against the camera; `changedSince`: only
 *   cameras of which a challan fell away since, null: all
 */
export async function countSettled(
  db: Database,
  of: {
    readonly windowFrom: Instant;
    readonly against: readonly CancelCause[];
    readonly changedSince: Instant | null;
    readonly sites: SiteScope;
  },
): Promise<SettledCount[]> {
  const changed =
    of.changedSince === null
      ? sql`true`
      : sql`camera.id IN (SELECT challan.camera_id FROM challan_event
          JOIN challan ON challan.id = challan_event.challan_id
          WHERE challan_event.at >= ${of.changedSince}::timestamptz AND challan_event.event = 'cancelled')`;
  const { rows } = await sql<SettledCount>`
    SELECT camera.id AS "cameraId", camera.name AS "cameraName", camera.site_id AS "siteId",
      camera.group_id AS "groupId", began.since AS since,
      count(*) FILTER (WHERE challan.state IN ('paid', 'upheld', 'overdue')
        OR challan.cancel_cause <> 'contest-lapsed') AS decided,
      count(*) FILTER (WHERE challan.cancel_cause = any(${[...of.against]}::text[])) AS cancelled
    FROM camera
    CROSS JOIN LATERAL (SELECT greatest(${of.windowFrom}::timestamptz,
      (SELECT max(ended_at) FROM enforcement_suspension WHERE camera_id = camera.id)) AS since) AS began
    JOIN challan ON challan.camera_id = camera.id AND challan.occurred_at >= began.since
    WHERE ${withinSites('camera.site_id', of.sites)} AND ${changed}
    GROUP BY camera.id, began.since ORDER BY camera.name, camera.id`.execute(db);
  return rows;
}

/** Suspends a camera. @returns false when it is suspended already */
export async function insertEnforcementSuspension(
  tx: Database,
  suspension: {
    readonly id: Identifier;
    readonly cameraId: Identifier;
    readonly at: Instant;
    readonly rate: CancellationRate;
    readonly limit: number;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('enforcement_suspension')
    .values({
      ...{ id: suspension.id, camera_id: suspension.cameraId, at: suspension.at, ended_at: null },
      ...{ rate: JSON.stringify(suspension.rate), rate_limit: suspension.limit },
    })
    .onConflict((conflict) => conflict.column('camera_id').where('ended_at', 'is', null).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Cameras that do not enforce, by themselves, and since when. */
export function listSuspendedCameras(
  db: Database,
): Promise<{ cameraId: Identifier; cameraName: string; since: Instant }[]> {
  return db
    .selectFrom('enforcement_suspension')
    .innerJoin('camera', 'camera.id', 'enforcement_suspension.camera_id')
    .select(['camera.id as cameraId', 'camera.name as cameraName', 'at as since'])
    .where('ended_at', 'is', null)
    .orderBy('camera.name')
    .execute();
}

/** A suspension with who has a word on it. */
export type StoredSuspension = Omit<CameraSuspension, 'mayLift' | 'lifts'> & {
  readonly lifts: readonly (SuspensionLift & { readonly person: string })[];
};

/** One suspension, locked until the transaction ends; null: there is none. */
export async function lockEnforcementSuspension(
  tx: Database,
  id: Identifier,
): Promise<StoredSuspension | null> {
  const row = await selectSuspensions(tx)
    .where('enforcement_suspension.id', '=', id)
    .forUpdate(['enforcement_suspension'])
    .executeTakeFirst();
  return row === undefined ? null : ((await withLifts(tx, [row]))[0] ?? null);
}

/** Newest first. @param id one alone */
export async function listEnforcementSuspensions(
  db: Database,
  sites: SiteScope,
  query: CameraSuspensionQuery & { readonly id?: Identifier },
): Promise<StoredSuspension[]> {
  let wanted = selectSuspensions(db)
    .where(withinSites('camera.site_id', sites))
    .orderBy('enforcement_suspension.at', 'desc')
    .limit(query.limit);
  if (query.open) wanted = wanted.where('ended_at', 'is', null);
  if (query.id !== undefined) wanted = wanted.where('enforcement_suspension.id', '=', query.id);
  return withLifts(db, await wanted.execute());
}

/** Keeps one person's word for lifting a suspension. */
export async function insertSuspensionLift(
  tx: Database,
  id: Identifier,
  lift: SuspensionLift & { readonly by: string; readonly person: string },
): Promise<void> {
  await tx
    .insertInto('enforcement_suspension_lift')
    .values({
      ...{ suspension_id: id, role: lift.role, at: lift.at, note: lift.note },
      ...{ by_user: lift.by, by_name: lift.byName, person: lift.person },
    })
    .execute();
}

export async function endEnforcementSuspension(tx: Database, id: Identifier, at: Instant): Promise<void> {
  await tx.updateTable('enforcement_suspension').set({ ended_at: at }).where('id', '=', id).execute();
}

function selectSuspensions(db: Database) {
  return db
    .selectFrom('enforcement_suspension')
    .innerJoin('camera', 'camera.id', 'enforcement_suspension.camera_id')
    .selectAll('enforcement_suspension')
    .select(['camera.name as camera_name', 'camera.site_id']);
}

async function withLifts(
  db: Database,
  rows: readonly InferResult<ReturnType<typeof selectSuspensions>>[number][],
): Promise<StoredSuspension[]> {
  if (rows.length === 0) return [];
  const lifts = await db
    .selectFrom('enforcement_suspension_lift')
    .selectAll()
    .where(
      'suspension_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('at')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, cameraId: row.camera_id, cameraName: row.camera_name, siteId: row.site_id },
    ...{ at: row.at, rate: row.rate, limit: row.rate_limit, endedAt: row.ended_at },
    lifts: lifts
      .filter(({ suspension_id }) => suspension_id === row.id)
      .map(({ at, by_name: byName, role, note, person }) => ({ at, byName, role, note, person })),
  }));
}
