import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Refund, RefundCause, RefundQuery, RefundState } from '@amaan/contracts/violations/payment';
import { type InferResult, sql } from 'kysely';
import type { Database } from '../open-database.ts';

export interface NewRefund {
  readonly id: Identifier;
  readonly paymentId: Identifier;
  readonly challanId: Identifier | null;
  readonly gateway: string;
  readonly amount: number;
  readonly cause: RefundCause;
  readonly at: Instant;
}

/** Puts down that money goes back. */
export async function insertRefund(tx: Database, refund: NewRefund): Promise<void> {
  await tx
    .insertInto('refund')
    .values({
      id: refund.id,
      payment_id: refund.paymentId,
      challan_id: refund.challanId,
      gateway: refund.gateway,
      amount: refund.amount,
      cause: refund.cause,
      state: 'due',
      due_at: refund.at,
      next_at: refund.at,
    })
    .execute();
}

/** What a gateway has to be asked for now, oldest first. */
export async function listRefundsToAsk(
  db: Database,
  gateway: string,
  now: Instant,
  limit: number,
): Promise<(Refund & { readonly gatewayPaymentId: string })[]> {
  const rows = await selectRefunds(db)
    .where('refund.state', 'in', ['due', 'sent'])
    .where('refund.next_at', '<=', now)
    .where('refund.gateway', '=', gateway)
    .orderBy('refund.next_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...refundOf(row), gatewayPaymentId: row.gateway_payment_id }));
}

/** One refund, locked until the transaction ends; null: there is none. */
export async function lockRefund(tx: Database, id: Identifier): Promise<Refund | null> {
  const row = await selectRefunds(tx).where('refund.id', '=', id).forUpdate(['refund']).executeTakeFirst();
  return row === undefined ? null : refundOf(row);
}

/** Writes down what a gateway said to a refund, or that it is to be asked anew. */
export async function changeRefund(
  tx: Database,
  id: Identifier,
  to: {
    readonly state: RefundState;
    readonly attempts: number;
    readonly problem: string | null;
    readonly nextAt: Instant;
    readonly doneAt: Instant | null;
  },
): Promise<void> {
  await tx
    .updateTable('refund')
    .set({
      state: to.state,
      attempts: to.attempts,
      problem: to.problem,
      next_at: to.nextAt,
      done_at: to.doneAt,
    })
    .where('id', '=', id)
    .execute();
}

/** Every refund of a challan, oldest first. */
export async function listRefundsOf(db: Database, challanId: Identifier): Promise<Refund[]> {
  const rows = await selectRefunds(db)
    .where('refund.challan_id', '=', challanId)
    .orderBy('refund.id')
    .execute();
  return rows.map(refundOf);
}

/** Refunds, newest first. */
export async function listRefunds(db: Database, query: RefundQuery): Promise<Refund[]> {
  let wanted = selectRefunds(db).orderBy('refund.id', 'desc').limit(query.limit);
  if (query.state !== undefined) wanted = wanted.where('refund.state', '=', query.state);
  return (await wanted.execute()).map(refundOf);
}

/** Challans that have fallen away since an instant and on which money is held yet. */
export async function listFallenWithMoney(
  db: Database,
  since: Instant,
  limit: number,
): Promise<Identifier[]> {
  const { rows } = await sql<{ id: Identifier }>`
    SELECT challan.id FROM challan
    JOIN payment ON payment.challan_id = challan.id
    WHERE challan.state IN ('cancelled', 'lapsed', 'refund-due') AND challan.changed_at >= ${since}::timestamptz
      AND payment.amount > coalesce(
        (SELECT sum(amount) FROM refund WHERE refund.payment_id = payment.id), 0)
    GROUP BY challan.id ORDER BY challan.id LIMIT ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Challans of which everything that was due has gone back, and which do not say so yet. */
export async function listAllGoneBack(db: Database, limit: number): Promise<Identifier[]> {
  const { rows } = await sql<{ id: Identifier }>`
    SELECT challan.id FROM challan
    WHERE challan.state = 'refund-due'
      AND NOT EXISTS (SELECT FROM refund WHERE refund.challan_id = challan.id AND refund.state <> 'done')
      AND (SELECT coalesce(sum(amount), 0) FROM payment WHERE payment.challan_id = challan.id)
        = (SELECT coalesce(sum(amount), 0) FROM refund WHERE refund.challan_id = challan.id)
    ORDER BY challan.id LIMIT ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

function selectRefunds(db: Database) {
  return db
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .leftJoin('challan', 'challan.id', 'refund.challan_id')
    .selectAll('refund')
    .select(['payment.test', 'payment.gateway_payment_id', 'challan.number as challan_number']);
}

function refundOf(row: InferResult<ReturnType<typeof selectRefunds>>[number]): Refund {
  const { challan_id: challanId, challan_number: number } = row;
  return {
    id: row.id,
    paymentId: row.payment_id,
    gateway: row.gateway,
    challan: challanId === null || number === null ? null : { id: challanId, number },
    amount: row.amount,
    cause: row.cause,
    state: row.state,
    dueAt: row.due_at,
    doneAt: row.done_at,
    attempts: row.attempts,
    problem: row.problem,
    test: row.test,
  };
}
