import type { Reconciliation } from '@amaan/contracts/violations/payment';
import type { Database } from '../open-database.ts';

/** Keeps what the comparison of a day gave. */
export async function insertReconciliation(tx: Database, one: Reconciliation): Promise<void> {
  await tx
    .insertInto('reconciliation')
    .values({
      ...{ id: one.id, gateway: one.gateway, day: one.day, at: one.at, by_name: one.byName },
      ...{ agrees: one.agrees, here: one.here, there: one.there },
      differences: JSON.stringify(one.differences),
    })
    .execute();
}

/** Newest first. */
export async function listReconciliations(db: Database, limit: number): Promise<Reconciliation[]> {
  const rows = await db.selectFrom('reconciliation').selectAll().orderBy('at', 'desc').limit(limit).execute();
  return rows.map(({ by_name: byName, ...row }) => ({ ...row, byName }));
}
