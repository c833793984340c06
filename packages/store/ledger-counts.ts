import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { findLedgerRange } from './ledger-period.ts';
import type { Database } from './open-database.ts';

export interface LedgerMonthCount {
  /** `2026-10`, UTC. */
  readonly month: string;
  readonly count: number;
}

/**
 * How often something happened in each month of a period, by the entries of some kinds; what is marked as simulated is not
 * counted.
 * @param amount the member of an entry's data that says how often, where it has one; null: each entry is once
 */
export async function countLedgerEntries(
  db: Database,
  kinds: readonly string[],
  period: { readonly from: Instant; readonly to: Instant },
  amount: string | null,
): Promise<LedgerMonthCount[]> {
  if (kinds.length === 0) return [];
  const { size } = await db
    .selectFrom('ledger_entry')
    .select(sql<number>`coalesce(max(index) + 1, 0)`.as('size'))
    .executeTakeFirstOrThrow();
  const { start, end } = await findLedgerRange(db, period, Number(size));
  const { rows } = await sql<LedgerMonthCount>`
    SELECT substr(at, 1, 7) AS month, sum(coalesce((entry::jsonb -> 'data' ->> ${amount}::text)::bigint, 1)) AS count
    FROM ledger_entry
    WHERE index >= ${start} AND index < ${end} AND kind IN (${sql.join(kinds)})
      AND at >= ${period.from} AND at < ${period.to}
      AND entry::jsonb #>> '{data,simulated}' IS DISTINCT FROM 'true'
    GROUP BY 1 ORDER BY 1`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
