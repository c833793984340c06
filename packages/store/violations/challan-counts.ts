import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { CancelCause } from '@amaan/contracts/violations/challan';
import type { EvidenceGap } from '@amaan/contracts/violations/suspected-violation';
import type { PublicViolationMonth } from '@amaan/contracts/violations/violation-figures';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

/** How often something happened to challans of one camera and kind in a month (UTC). */
export interface ChallanEventCount {
  /** `2026-10`. */
  readonly month: string;
  readonly cameraId: Identifier;
  readonly cameraName: string;
  readonly kind: ViolationKind;
  readonly event: 'issued' | 'contested' | 'cancelled' | 'lapsed';
  readonly cause: CancelCause | null;
  readonly count: number;
}

export interface CountedTime {
  readonly from: Instant;
  readonly to: Instant;
  readonly sites: SiteScope;
  readonly cameraId?: Identifier;
}

/** Counts what happened to challans, by when it happened. Simulated ones are never counted. */
export async function countChallanEvents(db: Database, of: CountedTime): Promise<ChallanEventCount[]> {
  const { rows } = await sql<ChallanEventCount>`
    SELECT to_char(challan_event.at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, camera.id AS "cameraId",
      camera.name AS "cameraName", challan.kind, challan_event.event, challan_event.cause, count(*) AS count
    FROM challan_event
    JOIN challan ON challan.id = challan_event.challan_id
    JOIN camera ON camera.id = challan.camera_id
    WHERE challan_event.at >= ${of.from}::timestamptz AND challan_event.at < ${of.to}::timestamptz
      AND challan_event.event IN ('issued', 'contested', 'cancelled', 'lapsed')
      AND NOT challan.simulated AND ${withinSites('challan.site_id', of.sites)}
      AND (${of.cameraId ?? null}::uuid IS NULL OR challan.camera_id = ${of.cameraId ?? null}::uuid)
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 3, 2, 4, 5, 6`.execute(db);
  return rows;
}

export interface GapMonthCount {
  readonly month: string;
  readonly cameraId: Identifier;
  readonly cameraName: string;
  readonly reason: EvidenceGap;
  readonly count: number;
}

/** How often no case was made for want of evidence, as long as the counts are kept. Simulated cameras are left out. */
export async function countGapsByMonth(db: Database, of: CountedTime): Promise<GapMonthCount[]> {
  const { rows } = await sql<GapMonthCount>`
    SELECT to_char(minute AT TIME ZONE 'UTC', 'YYYY-MM') AS month, camera.id AS "cameraId",
      camera.name AS "cameraName", reason, sum(count) AS count
    FROM evidence_gap JOIN camera ON camera.id = evidence_gap.camera_id
    WHERE minute >= ${of.from}::timestamptz AND minute < ${of.to}::timestamptz
      AND NOT camera.simulated AND ${withinSites('evidence_gap.site_id', of.sites)}
      AND (${of.cameraId ?? null}::uuid IS NULL OR camera.id = ${of.cameraId ?? null}::uuid)
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 3, 2, 4`.execute(db);
  return rows;
}

/** What was published of months. */
export async function listPublishedMonths(
  db: Database,
  months: readonly string[],
): Promise<Map<string, PublicViolationMonth>> {
  if (months.length === 0) return new Map();
  const rows = await db
    .selectFrom('violation_month')
    .select(['month', 'published'])
    .where('month', 'in', [...months])
    .execute();
  return new Map(rows.map(({ month, published }) => [month, published]));
}

/** Keeps what is published of a month, unless something was published of it before. */
export async function insertPublishedMonth(
  db: Database,
  published: PublicViolationMonth,
  at: Instant,
): Promise<void> {
  await db
    .insertInto('violation_month')
    .values({ month: published.month, published: JSON.stringify(published), made_at: at })
    .onConflict((conflict) => conflict.column('month').doNothing())
    .execute();
}
