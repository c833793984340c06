import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Payment, PaymentQuery, PaymentReference } from '@amaan/contracts/violations/payment';
import { type InferResult, sql } from 'kysely';
import { digestBytes } from '../digest-column.ts';
import type { Database } from '../open-database.ts';

/** The reference of a challan, or null: there was no need of one yet. */
export async function getReference(db: Database, challanId: Identifier): Promise<PaymentReference | null> {
  const row = await db
    .selectFrom('payment_bill')
    .select('reference')
    .where('challan_id', '=', challanId)
    .executeTakeFirst();
  return row?.reference ?? null;
}

/** Gives a challan a reference, unless it has one or the reference is taken. @returns the one that it has, or null: try another */
export async function openBill(
  db: Database,
  challanId: Identifier,
  reference: PaymentReference,
  at: Instant,
): Promise<PaymentReference | null> {
  await db
    .insertInto('payment_bill')
    .values({ challan_id: challanId, reference, opened_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return getReference(db, challanId);
}

/** The challan that a reference is for, or null. */
export async function findBilledChallan(
  db: Database,
  reference: PaymentReference,
): Promise<Identifier | null> {
  const row = await db
    .selectFrom('payment_bill')
    .select('challan_id')
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row?.challan_id ?? null;
}

/** Keeps a payment. @returns false when the gateway told of it before */
export async function insertPayment(
  tx: Database,
  payment: Omit<Payment, 'challan'> & {
    readonly challanId: Identifier | null;
    readonly messageDigest: Digest;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('payment')
    .values({
      id: payment.id,
      gateway: payment.gateway,
      gateway_payment_id: payment.gatewayPaymentId,
      reference: payment.reference,
      challan_id: payment.challanId,
      amount: payment.amount,
      currency: payment.currency,
      paid_at: payment.paidAt,
      received_at: payment.receivedAt,
      standing: payment.standing,
      test: payment.test,
      message_digest: digestBytes(payment.messageDigest),
    })
    .onConflict((conflict) => conflict.columns(['gateway', 'gateway_payment_id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** A payment as its gateway names it, or null. */
export async function findPayment(
  db: Database,
  gateway: string,
  gatewayPaymentId: string,
): Promise<Payment | null> {
  const row = await selectPayments(db)
    .where('payment.gateway', '=', gateway)
    .where('gateway_payment_id', '=', gatewayPaymentId)
    .executeTakeFirst();
  return row === undefined ? null : paymentOf(row);
}

/** Every payment of a challan, oldest first. */
export async function listPaymentsOf(db: Database, challanId: Identifier): Promise<Payment[]> {
  const rows = await selectPayments(db)
    .where('payment.challan_id', '=', challanId)
    .orderBy('payment.id')
    .execute();
  return rows.map(paymentOf);
}

/** Payments, newest first. */
export async function listPayments(db: Database, query: PaymentQuery): Promise<Payment[]> {
  let wanted = selectPayments(db).orderBy('payment.id', 'desc').limit(query.limit);
  if (query.odd)
    wanted = wanted.where('payment.standing', 'in', ['surplus', 'not-owed', 'unknown-reference']);
  if (query.from !== undefined) wanted = wanted.where('payment.received_at', '>=', query.from);
  if (query.to !== undefined) wanted = wanted.where('payment.received_at', '<', query.to);
  return (await wanted.execute()).map(paymentOf);
}

/** Everything that a gateway took in a time. */
export async function listTaken(
  db: Database,
  gateway: string,
  from: Instant,
  to: Instant,
): Promise<Payment[]> {
  const rows = await selectPayments(db)
    .where('payment.gateway', '=', gateway)
    .where('paid_at', '>=', from)
    .where('paid_at', '<', to)
    .orderBy('paid_at')
    .execute();
  return rows.map(paymentOf);
}

/** What is held on a challan: of each payment, how much of it has not gone back, and will not. */
export async function listHeld(
  db: Database,
  challanId: Identifier,
): Promise<{ paymentId: Identifier; gateway: string; amount: number; refunded: number }[]> {
  return db
    .selectFrom('payment')
    .leftJoin('refund', 'refund.payment_id', 'payment.id')
    .select(['payment.id as paymentId', 'payment.gateway as gateway', 'payment.amount as amount'])
    .select(sql<number>`coalesce(sum(refund.amount), 0)`.as('refunded'))
    .where('payment.challan_id', '=', challanId)
    .groupBy(['payment.id', 'payment.gateway', 'payment.amount'])
    .orderBy('payment.id')
    .execute();
}

/** The sum of what is held on a challan, in whole rupees. */
export async function sumHeld(db: Database, challanId: Identifier): Promise<number> {
  const held = await listHeld(db, challanId);
  return held.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0);
}

function selectPayments(db: Database) {
  return db
    .selectFrom('payment')
    .leftJoin('challan', 'challan.id', 'payment.challan_id')
    .selectAll('payment')
    .select('challan.number as challan_number');
}

function paymentOf(row: InferResult<ReturnType<typeof selectPayments>>[number]): Payment {
  const { challan_id: challanId, challan_number: number } = row;
  return {
    id: row.id,
    gateway: row.gateway,
    gatewayPaymentId: row.gateway_payment_id,
    reference: row.reference,
    challan: challanId === null || number === null ? null : { id: challanId, number },
    amount: row.amount,
    currency: row.currency,
    paidAt: row.paid_at,
    receivedAt: row.received_at,
    standing: row.standing,
    test: row.test,
  };
}
