import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { EvidenceGap } from '@amaan/contracts/violations/suspected-violation';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import type { EvidenceGapsCounted } from '@amaan/contracts/violations/worker-enforcement';
import { sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import { dropDaysBefore, ensureDayPartitions } from '../observation-partitions.ts';
import type { Database } from '../open-database.ts';

/** Counts what was not reported for want of evidence; a report that comes again adds nothing. */
export async function insertEvidenceGaps(
  db: Database,
  reports: readonly EvidenceGapsCounted[],
): Promise<void> {
  const rows = reports.flatMap(({ id, siteId, cameraId, counts }) =>
    counts.map((one) => ({ ...one, report_id: id, site_id: siteId, camera_id: cameraId })),
  );
  if (rows.length === 0) return;
  await ensureDayPartitions(
    db,
    'evidence_gap',
    rows.map(({ minute }) => minute),
  );
  await sql`
    INSERT INTO evidence_gap (minute, report_id, site_id, camera_id, kind, reason, count)
    SELECT minute, report_id, site_id, camera_id, kind, reason, count
    FROM ${jsonRows(
      rows,
      'minute timestamptz, report_id uuid, site_id uuid, camera_id uuid, kind text, reason text, count integer',
    )}
    ORDER BY 1, 2, 5, 6 ON CONFLICT DO NOTHING`.execute(db);
}

/** How often something was not reported in a period, by camera, kind and reason. */
export async function sumEvidenceGaps(
  db: Database,
  of: { readonly cameras: readonly Identifier[] | null; readonly from: Instant; readonly to: Instant },
): Promise<{ cameraId: Identifier; kind: ViolationKind; reason: EvidenceGap; count: number }[]> {
  let query = db
    .selectFrom('evidence_gap')
    .select(['camera_id as cameraId', 'kind', 'reason'])
    .select(sql<number>`sum(count)`.as('count'))
    .where('minute', '>=', of.from)
    .where('minute', '<', of.to);
  if (of.cameras !== null) {
    if (of.cameras.length === 0) return [];
    query = query.where('camera_id', 'in', [...of.cameras]);
  }
  return query
    .groupBy(['camera_id', 'kind', 'reason'])
    .orderBy('camera_id')
    .orderBy('kind')
    .orderBy('reason')
    .execute();
}

/** Drops the days of counts that lie before an instant. @returns the days that were dropped */
export function dropGapDays(db: Database, before: Instant): Promise<string[]> {
  return dropDaysBefore(db, 'evidence_gap', before);
}
