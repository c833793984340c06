import type { RecordAuthor } from '@amaan/contracts/governance/record';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { readLedgerHead } from './ledger-store.ts';
import type { Database } from './open-database.ts';

/** Somebody asked to go on by the present time. */
export interface ClockRequest {
  readonly id: Identifier;
  readonly at: Instant;
  readonly by: RecordAuthor;
  readonly reason: string;
}

/** Holds off everybody else who decides about the clock, until the end of the transaction. */
export async function lockClock(tx: Database): Promise<void> {
  await tx.selectFrom('ledger_state').select('size').forUpdate().execute();
}

/** The newest request that nobody confirmed and that was made within a time, or null. */
export async function findClockRequest(
  db: Database,
  since: Instant,
  until: Instant,
): Promise<ClockRequest | null> {
  const row = await db
    .selectFrom('clock_acceptance')
    .select(['id', 'requested_at as at', 'requested_by as by', 'reason'])
    .where('confirmed_at', 'is', null)
    .where('requested_at', '>', since)
    .where('requested_at', '<=', until)
    .orderBy('requested_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps a request to go on by the present time. */
export async function insertClockRequest(
  tx: Database,
  { at, by, reason }: Omit<ClockRequest, 'id'>,
): Promise<Identifier> {
  const id = newIdentifier();
  await tx
    .insertInto('clock_acceptance')
    .values({ id, requested_at: at, requested_by: JSON.stringify(by), reason })
    .execute();
  return id;
}

/**
 * From now on nothing that was seen before counts: the mark is set back, and the times of the ledger's present
 * entries are passed over.
 */
export async function confirmClock(
  tx: Database,
  id: Identifier,
  { at, by }: Pick<ClockRequest, 'at' | 'by'>,
): Promise<void> {
  const { size } = await readLedgerHead(tx);
  await tx
    .updateTable('clock_acceptance')
    .set({ confirmed_at: at, confirmed_by: JSON.stringify(by), ledger_size: size })
    .where('id', '=', id)
    .execute();
  await tx
    .insertInto('clock_mark')
    .values({ latest: at })
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet({ latest: at }))
    .execute();
}

/**
 * Ends permits that were issued at a time that has not come yet, which no worker would take.
 * @returns what was revoked
 */
export function revokePermitsFromAhead(
  tx: Database,
  at: Instant,
): Promise<{ id: Identifier; system: string }[]> {
  return tx
    .updateTable('permit')
    .set({ revoked_at: at, revoked_reason: 'The clock ran ahead when it was issued.' })
    .where('issued_at', '>', at)
    .where('revoked_at', 'is', null)
    .returning(['id', 'system_id as system'])
    .execute();
}
