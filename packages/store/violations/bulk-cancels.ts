import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type {
  BulkCancelPreview,
  BulkCancelQuery,
  BulkCancelScope,
  BulkCancelState,
} from '@amaan/contracts/violations/bulk-cancel';
import type { ChallanState } from '@amaan/contracts/violations/challan';
import { type InferResult, sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

/** A challan that lies in the scope of a bulk cancellation. Amounts are whole rupees. */
export interface ScopedChallan {
  readonly id: Identifier;
  readonly state: ChallanState;
  readonly softwareVersion: string;
  readonly amount: number;
  /** What is held on it. */
  readonly held: number;
}

/** Every challan of a scope, by its identifier. */
export async function listScopedChallans(db: Database, scope: BulkCancelScope): Promise<ScopedChallan[]> {
  const { rows } = await sql<ScopedChallan>`
    SELECT challan.id, challan.state, challan.software_version AS "softwareVersion", challan.amount,
      coalesce((SELECT sum(payment.amount) FROM payment WHERE payment.challan_id = challan.id), 0)
        - coalesce((SELECT sum(refund.amount) FROM refund WHERE refund.challan_id = challan.id), 0) AS held
    FROM challan
    WHERE challan.camera_id = ${scope.cameraId}
      AND challan.occurred_at >= ${scope.from}::timestamptz AND challan.occurred_at < ${scope.to}::timestamptz
      AND (${scope.softwareVersion}::text IS NULL OR challan.software_version = ${scope.softwareVersion})
    ORDER BY challan.id`.execute(db);
  return rows;
}

/** How many cases of a scope have no answer yet. */
export async function countOpenCases(db: Database, scope: BulkCancelScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM violation_case
    WHERE camera_id = ${scope.cameraId} AND state IN ('for-review', 'second-look', 'held')
      AND occurred_at >= ${scope.from}::timestamptz AND occurred_at < ${scope.to}::timestamptz
      AND (${scope.softwareVersion}::text IS NULL OR software_version = ${scope.softwareVersion})`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

export interface BulkActor {
  readonly at: Instant;
  readonly by: string;
  readonly name: string;
  readonly person: string;
}

/** A bulk cancellation as it is stored, with how far it is. */
export interface StoredBulkCancel {
  readonly id: Identifier;
  readonly siteId: Identifier;
  readonly cameraName: string;
  readonly scope: BulkCancelScope;
  readonly reason: { readonly en: string; readonly ur: string };
  readonly state: BulkCancelState;
  readonly preview: BulkCancelPreview;
  readonly askedAt: Instant;
  readonly askedByName: string;
  readonly askedPerson: string;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decisionNote: string | null;
  readonly endedAt: Instant | null;
}

export async function insertBulkCancel(
  tx: Database,
  asked: Pick<StoredBulkCancel, 'id' | 'siteId' | 'scope' | 'reason' | 'preview'>,
  by: BulkActor,
): Promise<void> {
  await tx
    .insertInto('bulk_cancel')
    .values({
      id: asked.id,
      site_id: asked.siteId,
      camera_id: asked.scope.cameraId,
      software_version: asked.scope.softwareVersion,
      from_at: asked.scope.from,
      to_at: asked.scope.to,
      reason: JSON.stringify(asked.reason),
      state: 'asked',
      preview: JSON.stringify(asked.preview),
      ...{ asked_at: by.at, asked_by: by.by, asked_by_name: by.name, asked_person: by.person },
    })
    .execute();
}

/** Writes the second person's word down; what is approved names its challans. */
export async function decideBulkCancel(
  tx: Database,
  id: Identifier,
  word: {
    readonly state: 'running' | 'refused';
    readonly note: string;
    readonly preview: BulkCancelPreview;
    readonly challans: readonly ScopedChallan[];
  },
  by: BulkActor,
): Promise<void> {
  await tx
    .updateTable('bulk_cancel')
    .set({
      state: word.state,
      preview: JSON.stringify(word.preview),
      ...{ decided_at: by.at, decided_by: by.by, decided_by_name: by.name, decided_person: by.person },
      decision_note: word.note,
      ended_at: word.state === 'refused' ? by.at : null,
    })
    .where('id', '=', id)
    .execute();
  if (word.challans.length === 0) return;
  await sql`
    INSERT INTO bulk_cancel_item (bulk_cancel_id, challan_id, amount)
    SELECT ${id}::uuid, id, amount FROM ${jsonRows(word.challans, 'id uuid, amount integer')}`.execute(tx);
}

/** One bulk cancellation, locked until the transaction ends; null: there is none. */
export async function lockBulkCancel(tx: Database, id: Identifier): Promise<StoredBulkCancel | null> {
  const row = await selectBulkCancels(tx)
    .where('bulk_cancel.id', '=', id)
    .forUpdate(['bulk_cancel'])
    .executeTakeFirst();
  return row === undefined ? null : storedOf(row);
}

export async function getBulkCancel(db: Database, id: Identifier): Promise<StoredBulkCancel | null> {
  const row = await selectBulkCancels(db).where('bulk_cancel.id', '=', id).executeTakeFirst();
  return row === undefined ? null : storedOf(row);
}

/** Newest first. */
export async function listBulkCancels(
  db: Database,
  sites: SiteScope,
  query: BulkCancelQuery,
): Promise<StoredBulkCancel[]> {
  let wanted = selectBulkCancels(db)
    .where(withinSites('bulk_cancel.site_id', sites))
    .orderBy('asked_at', 'desc')
    .orderBy('bulk_cancel.id', 'desc')
    .limit(query.limit);
  if (query.state !== undefined) wanted = wanted.where('bulk_cancel.state', '=', query.state);
  return (await wanted.execute()).map(storedOf);
}

/** Those that have begun and not ended, oldest first. */
export async function listRunningBulkCancels(db: Database): Promise<StoredBulkCancel[]> {
  const rows = await selectBulkCancels(db)
    .where('bulk_cancel.state', '=', 'running')
    .orderBy('decided_at')
    .execute();
  return rows.map(storedOf);
}

/** The next challans of a bulk cancellation whose turn has not come, with what is held on each in whole rupees. */
export async function listWaitingItems(
  db: Database,
  id: Identifier,
  limit: number,
): Promise<{ readonly challanId: Identifier; readonly held: number }[]> {
  const { rows } = await sql<{ challanId: Identifier; held: number }>`
    SELECT challan_id AS "challanId",
      coalesce((SELECT sum(payment.amount) FROM payment WHERE payment.challan_id = item.challan_id), 0)
        - coalesce((SELECT sum(refund.amount) FROM refund WHERE refund.challan_id = item.challan_id), 0) AS held
    FROM bulk_cancel_item AS item
    WHERE bulk_cancel_id = ${id} AND state = 'waiting'
    ORDER BY challan_id LIMIT ${limit}`.execute(db);
  return rows;
}

/** What became of one challan of a bulk cancellation. */
export interface EndedItem {
  readonly challanId: Identifier;
  readonly state: 'cancelled' | 'skipped';
  readonly refundAmount: number;
}

/** Notes what became of challans. */
export async function endItems(tx: Database, id: Identifier, items: readonly EndedItem[]): Promise<void> {
  await sql`
    UPDATE bulk_cancel_item SET state = ended.state, refund_amount = ended."refundAmount"
    FROM (SELECT * FROM ${jsonRows(items, '"challanId" uuid, state text, "refundAmount" integer')}) AS ended
    WHERE bulk_cancel_id = ${id} AND challan_id = ended."challanId"`.execute(tx);
}

export async function endBulkCancel(tx: Database, id: Identifier, at: Instant): Promise<void> {
  await tx.updateTable('bulk_cancel').set({ state: 'done', ended_at: at }).where('id', '=', id).execute();
}

export interface BulkProgress {
  readonly total: number;
  readonly cancelled: number;
  readonly skipped: number;
  readonly amount: number;
  readonly refunds: number;
  readonly refundAmount: number;
}

/** How far a bulk cancellation is. */
export async function readBulkProgress(db: Database, id: Identifier): Promise<BulkProgress> {
  const { rows } = await sql<BulkProgress>`
    SELECT count(*) AS total,
      count(*) FILTER (WHERE state = 'cancelled') AS cancelled,
      count(*) FILTER (WHERE state = 'skipped') AS skipped,
      coalesce(sum(amount) FILTER (WHERE state = 'cancelled'), 0) AS amount,
      count(*) FILTER (WHERE refund_amount > 0) AS refunds,
      coalesce(sum(refund_amount), 0) AS "refundAmount"
    FROM bulk_cancel_item WHERE bulk_cancel_id = ${id}`.execute(db);
  return rows[0]!;
}

/** Why a challan was cancelled with many others, or null. */
export async function findBulkReason(
  db: Database,
  challanId: Identifier,
): Promise<{ en: string; ur: string } | null> {
  const row = await db
    .selectFrom('bulk_cancel_item')
    .innerJoin('bulk_cancel', 'bulk_cancel.id', 'bulk_cancel_item.bulk_cancel_id')
    .select('reason')
    .where('challan_id', '=', challanId)
    .where('bulk_cancel_item.state', '=', 'cancelled')
    .executeTakeFirst();
  return row?.reason ?? null;
}

function selectBulkCancels(db: Database) {
  return db
    .selectFrom('bulk_cancel')
    .innerJoin('camera', 'camera.id', 'bulk_cancel.camera_id')
    .selectAll('bulk_cancel')
    .select('camera.name as camera_name');
}

function storedOf(row: InferResult<ReturnType<typeof selectBulkCancels>>[number]): StoredBulkCancel {
  return {
    id: row.id,
    siteId: row.site_id,
    cameraName: row.camera_name,
    scope: {
      cameraId: row.camera_id,
      softwareVersion: row.software_version,
      from: row.from_at,
      to: row.to_at,
    },
    reason: row.reason,
    state: row.state,
    preview: row.preview,
    askedAt: row.asked_at,
    askedByName: row.asked_by_name,
    askedPerson: row.asked_person,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    decidedByName: row.decided_by_name,
    decisionNote: row.decision_note,
    endedAt: row.ended_at,
  };
}
