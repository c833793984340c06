import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { WeeklyReport } from '@amaan/contracts/service/weekly-report';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';

/** Puts a report down. @returns false: its week has one of the same already, and nothing was kept */
export async function insertServiceReport(
  tx: Database,
  report: Omit<WeeklyReport, 'siteName'>,
): Promise<boolean> {
  const { id, siteId, from, to, simulated, madeAt, digest, bytes, alerts, calls } = report;
  const inserted = await tx
    .insertInto('service_report')
    .values({
      ...{ id, simulated, bytes, alerts, calls },
      site_id: siteId,
      from_at: from,
      to_at: to,
      made_at: madeAt,
      digest: digestBytes(digest),
    })
    .onConflict((conflict) => conflict.columns(['from_at', 'simulated', 'site_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/**
 * Reports, newest week first, and that of all sites before theirs: the newest 500, or all since `from`.
 * @param which `siteIds`: of these sites alone
 */
export async function listServiceReports(
  db: Database,
  which: {
    readonly id?: Identifier;
    readonly from?: Instant;
    readonly siteIds?: readonly Identifier[];
  } = {},
): Promise<WeeklyReport[]> {
  let query = db
    .selectFrom('service_report')
    .leftJoin('site', 'site.id', 'service_report.site_id')
    .selectAll('service_report')
    .select('site.name as site_name');
  if (which.id !== undefined) query = query.where('service_report.id', '=', which.id);
  // A report that is left out here would be made again and again.
  query = which.from === undefined ? query.limit(500) : query.where('from_at', '>=', which.from);
  if (which.siteIds !== undefined) query = query.where('site_id', 'in', which.siteIds);
  const rows = await query
    .orderBy('from_at', 'desc')
    .orderBy('simulated')
    .orderBy('site.name', (order) => order.asc().nullsFirst())
    .execute();
  return rows.map(
    ({ id, site_id, site_name, from_at, to_at, simulated, made_at, digest, bytes, alerts, calls }) => ({
      ...{ id, simulated, bytes, alerts, calls },
      siteId: site_id,
      siteName: site_name,
      from: from_at,
      to: to_at,
      madeAt: made_at,
      digest: digestHex(digest),
    }),
  );
}
