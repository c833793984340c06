import type { SiteScope } from '@amaan/contracts/api/me';
import type { GroundTruthSet, Grouping } from '@amaan/contracts/ground-truth';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { digestBytes, digestHex } from './digest-column.ts';
import { jsonRows } from './json-rows.ts';
import type { Database } from './open-database.ts';

/** A stored report as an audit set speaks of it. */
export interface JudgedReport {
  readonly observationId: Identifier;
  readonly system: string;
  readonly siteId: Identifier;
  readonly groupId: Identifier;
  readonly cameraId: Identifier;
  readonly simulated: boolean;
  /** The names that people know its place by. */
  readonly site: string;
  readonly group: string;
  readonly camera: string;
}

/** One judged report of a set. */
export interface GroundTruthItem
  extends Pick<JudgedReport, 'observationId' | 'system' | 'siteId' | 'groupId' | 'cameraId' | 'simulated'> {
  readonly wrong: boolean;
  readonly labels: Partial<Record<Grouping, string>>;
}

/** How far the capture of a report and the making of its identifier may be apart. */
const LARGEST_DELAY_MS = 24 * 60 * 60_000;

/** The reports behind identifiers of alerts or of observations, by the identifier that was asked for. */
export async function findJudgedReports(
  db: Database,
  ids: readonly Identifier[],
): Promise<Map<Identifier, JudgedReport>> {
  if (ids.length === 0) return new Map();
  const made = ids.map(madeAt);
  // The identifiers tell which days hold them: without it every partition would be read.
  const from = instantOf(made.reduce((least, at) => Math.min(least, at)) - LARGEST_DELAY_MS);
  const to = instantOf(made.reduce((most, at) => Math.max(most, at)) + LARGEST_DELAY_MS);
  const { rows } = await sql<JudgedReport & { asked: Identifier }>`
    WITH asked AS (SELECT DISTINCT id FROM unnest(${[...ids]}::uuid[]) AS listed (id)),
    found AS (
      SELECT asked.id AS asked, alert.observation_id AS id, alert.captured_at
      FROM asked JOIN alert ON alert.id = asked.id
      UNION ALL
      SELECT asked.id, observation.id, observation.captured_at
      FROM asked JOIN observation ON observation.id = asked.id
      WHERE observation.captured_at BETWEEN ${from} AND ${to}
    )
    SELECT found.asked, observation.id AS "observationId", observation.system, observation.simulated,
      camera.site_id AS "siteId", camera.group_id AS "groupId", camera.id AS "cameraId",
      site.name AS site, camera_group.name AS "group", camera.name AS camera
    FROM found
    JOIN observation ON observation.captured_at = found.captured_at AND observation.id = found.id
    JOIN camera ON camera.id = observation.camera_id
    JOIN site ON site.id = camera.site_id
    JOIN camera_group ON camera_group.id = camera.group_id`.execute(db);
  return new Map(rows.map(({ asked, ...report }) => [asked, report]));
}

/** Keeps a set. Call it in a transaction, with its ledger entry. */
export async function insertGroundTruth(
  tx: Database,
  set: Omit<GroundTruthSet, 'kept' | 'rates'>,
  items: readonly GroundTruthItem[],
): Promise<void> {
  await tx
    .insertInto('ground_truth_set')
    .values({
      id: set.id,
      name: set.name,
      source: set.source,
      digest: digestBytes(set.digest),
      refused: JSON.stringify(set.refused),
      refused_count: set.refusedCount,
      uploaded_at: set.uploadedAt,
      uploaded_by: set.uploadedBy,
    })
    .execute();
  await sql`
    INSERT INTO ground_truth_item
      (set_id, observation_id, system, site_id, group_id, camera_id, simulated, wrong, labels)
    SELECT ${set.id}::uuid, row.* FROM ${jsonRows(
      items,
      `"observationId" uuid, system text, "siteId" uuid, "groupId" uuid, "cameraId" uuid, simulated boolean,
       wrong boolean, labels jsonb`,
    )}`.execute(tx);
}

/** How many reports of one part of a set were judged, and how many of them were wrong. */
export interface GroundTruthCount {
  readonly setId: Identifier;
  readonly system: string;
  readonly simulated: boolean;
  readonly grouping: Grouping | 'all';
  readonly label: string;
  readonly judged: number;
  readonly wrong: number;
}

/** Every set with what was counted in it within some sites, newest first. */
export async function listGroundTruth(
  db: Database,
  sites: SiteScope,
): Promise<(Omit<GroundTruthSet, 'rates'> & { readonly counts: GroundTruthCount[] })[]> {
  const sets = await db
    .selectFrom('ground_truth_set')
    .selectAll()
    .orderBy('uploaded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const { rows } = await sql<GroundTruthCount>`
    SELECT item.set_id AS "setId", item.system, item.simulated, part.grouping, part.label,
      count(*)::integer AS judged, (count(*) FILTER (WHERE item.wrong))::integer AS wrong
    FROM ground_truth_item item
    CROSS JOIN LATERAL (
      SELECT 'all' AS grouping, '' AS label
      UNION ALL SELECT key, value FROM jsonb_each_text(item.labels)
    ) AS part
    WHERE ${sites === 'all' ? sql`true` : sql`item.site_id = any(${[...sites]}::uuid[])`}
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 2, 3, 4, 5`.execute(db);
  const bySet = Map.groupBy(rows, ({ setId }) => setId);
  return sets.map((row) => {
    const counts = bySet.get(row.id) ?? [];
    return {
      id: row.id,
      name: row.name,
      source: row.source,
      digest: digestHex(row.digest),
      kept: counts.reduce((sum, { grouping, judged }) => sum + (grouping === 'all' ? judged : 0), 0),
      refused: row.refused,
      refusedCount: row.refused_count,
      uploadedAt: row.uploaded_at,
      uploadedBy: row.uploaded_by,
      counts,
    };
  });
}

/** When a UUIDv7 was made, Unix time in milliseconds: its first 48 bits (RFC 9562, section 5.7). */
function madeAt(id: Identifier): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
