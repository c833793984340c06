import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { ChallanQuery } from '@amaan/contracts/violations/api-violation-cases';
import type { CancelCause, Challan, ChallanEvent } from '@amaan/contracts/violations/challan';
import { type InferResult, sql } from 'kysely';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

/** What the state machine needs beside the state. */
export interface StoredChallan extends Challan {
  readonly moneyHeld: boolean;
  readonly wasContested: boolean;
}

/** Adds a challan that was just issued. @returns false when its number is taken */
export async function insertChallan(tx: Database, challan: Omit<Challan, 'cameraName'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('challan')
    .values({
      id: challan.id,
      number: challan.number,
      case_id: challan.caseId,
      site_id: challan.siteId,
      camera_id: challan.cameraId,
      province: challan.province,
      plate: challan.plate,
      kind: challan.kind,
      state: challan.state,
      money_held: false,
      was_contested: false,
      occurred_at: challan.occurredAt,
      issued_at: challan.issuedAt,
      law: JSON.stringify(challan.law),
      amount: challan.amount,
      currency: challan.currency,
      pay_by: challan.payBy,
      contest_by: challan.contestBy,
      software_version: challan.softwareVersion,
      cancel_cause: null,
      simulated: challan.simulated,
      changed_at: challan.issuedAt,
    })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Writes how a challan stands now. */
export async function changeChallan(
  tx: Database,
  id: Identifier,
  to: Pick<StoredChallan, 'state' | 'moneyHeld' | 'wasContested' | 'cancelCause'> & {
    readonly payBy: Instant;
    readonly at: Instant;
  },
): Promise<void> {
  await tx
    .updateTable('challan')
    .set({
      state: to.state,
      money_held: to.moneyHeld,
      was_contested: to.wasContested,
      cancel_cause: to.cancelCause,
      pay_by: to.payBy,
      changed_at: to.at,
    })
    .where('id', '=', id)
    .execute();
}

/** A challan, locked until the transaction ends; null: there is none. */
export async function lockChallan(tx: Database, id: Identifier): Promise<StoredChallan | null> {
  const row = await selectChallans(tx).where('challan.id', '=', id).forUpdate(['challan']).executeTakeFirst();
  return row === undefined ? null : challanOf(row);
}

export async function getChallan(db: Database, id: Identifier): Promise<StoredChallan | null> {
  const row = await selectChallans(db).where('challan.id', '=', id).executeTakeFirst();
  return row === undefined ? null : challanOf(row);
}

/** The challan of a number as it is written on the notice, or null. */
export async function findChallanByNumber(db: Database, number: string): Promise<StoredChallan | null> {
  const row = await selectChallans(db).where('challan.number', '=', number).executeTakeFirst();
  return row === undefined ? null : challanOf(row);
}

/** Challans, newest first. */
export async function pageChallans(
  db: Database,
  query: Omit<ChallanQuery, 'cursor'> & {
    readonly plate?: string;
    readonly sites: SiteScope;
    readonly after: { readonly at: Instant; readonly id: Identifier } | null;
  },
): Promise<StoredChallan[]> {
  const { state, siteId, cameraId, kind, plate, number, from, to, after } = query;
  let wanted = selectChallans(db)
    .where(withinSites('challan.site_id', query.sites))
    .orderBy('challan.issued_at', 'desc')
    .orderBy('challan.id', 'desc')
    .limit(query.limit);
  if (state !== undefined) wanted = wanted.where('challan.state', '=', state);
  if (siteId !== undefined) wanted = wanted.where('challan.site_id', '=', siteId);
  if (cameraId !== undefined) wanted = wanted.where('challan.camera_id', '=', cameraId);
  if (kind !== undefined) wanted = wanted.where('challan.kind', '=', kind);
  if (plate !== undefined) wanted = wanted.where('challan.plate', '=', plate);
  if (number !== undefined) wanted = wanted.where('challan.number', '=', number);
  if (from !== undefined) wanted = wanted.where('challan.issued_at', '>=', from);
  if (to !== undefined) wanted = wanted.where('challan.issued_at', '<', to);
  if (after !== null)
    wanted = wanted.where(
      sql<boolean>`(challan.issued_at, challan.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
    );
  return (await wanted.execute()).map(challanOf);
}

/** Challans whose day of payment is over, which nobody has told yet. */
export async function listUnpaid(db: Database, now: Instant, limit: number): Promise<Identifier[]> {
  const rows = await db
    .selectFrom('challan')
    .select('id')
    .where('state', 'in', ['issued', 'upheld'])
    .where('pay_by', '<', now)
    .orderBy('pay_by')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Keeps what happened to a challan. */
export async function insertChallanEvent(
  tx: Database,
  challanId: Identifier,
  event: ChallanEvent & { readonly by: string | null },
): Promise<void> {
  await tx
    .insertInto('challan_event')
    .values({
      id: event.id,
      challan_id: challanId,
      at: event.at,
      event: event.event,
      from_state: event.from,
      to_state: event.to,
      cause: event.cause,
      note: event.note,
      by_user: event.by,
      by_name: event.byName,
    })
    .execute();
}

/** What happened to a challan, in its order. */
export function listChallanEvents(db: Database, challanId: Identifier): Promise<ChallanEvent[]> {
  return db
    .selectFrom('challan_event')
    .select(['id', 'at', 'event', 'cause', 'note'])
    .select(['from_state as from', 'to_state as to', 'by_name as byName'])
    .where('challan_id', '=', challanId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

function selectChallans(db: Database) {
  return db
    .selectFrom('challan')
    .innerJoin('camera', 'camera.id', 'challan.camera_id')
    .selectAll('challan')
    .select('camera.name as camera_name');
}

type ChallanRow = InferResult<ReturnType<typeof selectChallans>>[number];

function challanOf(row: ChallanRow): StoredChallan {
  const cancelCause: CancelCause | null = row.cancel_cause;
  return {
    id: row.id,
    number: row.number,
    caseId: row.case_id,
    siteId: row.site_id,
    cameraId: row.camera_id,
    cameraName: row.camera_name,
    province: row.province,
    plate: row.plate,
    kind: row.kind,
    state: row.state,
    occurredAt: row.occurred_at,
    issuedAt: row.issued_at,
    law: row.law,
    amount: row.amount,
    currency: row.currency,
    payBy: row.pay_by,
    contestBy: row.contest_by,
    softwareVersion: row.software_version,
    cancelCause,
    simulated: row.simulated,
    moneyHeld: row.money_held,
    wasContested: row.was_contested,
  };
}
