import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { WeeklyReport } from '@amaan/contracts/service/weekly-report';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';

/** Puts a report down. @returns false: its week has one already, and nothing was kept */
export async function insertServiceReport(tx: Database, report: WeeklyReport): Promise<boolean> {
  const { id, from, to, simulated, madeAt, digest, bytes, alerts, calls } = report;
  const inserted = await tx
    .insertInto('service_report')
    .values({
      ...{ id, simulated, bytes, alerts, calls },
      from_at: from,
      to_at: to,
      made_at: madeAt,
      digest: digestBytes(digest),
    })
    .onConflict((conflict) => conflict.columns(['from_at', 'simulated']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Reports, newest week first. */
export async function listServiceReports(
  db: Database,
  which: { readonly id?: Identifier; readonly from?: Instant } = {},
): Promise<WeeklyReport[]> {
  let query = db.selectFrom('service_report').selectAll();
  if (which.id !== undefined) query = query.where('id', '=', which.id);
  if (which.from !== undefined) query = query.where('from_at', '>=', which.from);
  const rows = await query.orderBy('from_at', 'desc').orderBy('simulated').limit(500).execute();
  return rows.map(({ id, from_at, to_at, simulated, made_at, digest, bytes, alerts, calls }) => ({
    ...{ id, simulated, bytes, alerts, calls },
    from: from_at,
    to: to_at,
    madeAt: made_at,
    digest: digestHex(digest),
  }));
}
