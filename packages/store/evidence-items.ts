import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Selectable, sql } from 'kysely';
import { digestHex } from './digest-column.ts';
import { jsonRows } from './json-rows.ts';
import type { Database } from './open-database.ts';
import type { Schema } from './schema.ts';

const ROW = `"observationId" uuid, "capturedAt" timestamptz, "kind" text, "digest" text, "mediaType" text,
  "bytes" bigint`;

/**
 * Records evidence items; one per observation and kind. Those recorded before are left as they are. The
 * observation may come later than its evidence.
 *
 * @returns the new ones
 */
export async function insertEvidenceItems(
  db: Database,
  items: readonly EvidenceItem[],
): Promise<EvidenceItem[]> {
  if (items.length === 0) return [];
  const { rows } = await sql<{ observation_id: string; kind: string }>`
    INSERT INTO evidence_item (observation_id, captured_at, kind, digest, media_type, bytes)
    SELECT "observationId", "capturedAt", "kind", decode("digest", 'hex'), "mediaType", "bytes"
    FROM ${jsonRows(items, ROW)}
    ORDER BY 1, 3
    ON CONFLICT (observation_id, kind) DO NOTHING
    RETURNING observation_id, kind`.execute(db);
  const inserted = new Set(rows.map((row) => `${row.observation_id} ${row.kind}`));
  return items.filter((item) => inserted.delete(`${item.observationId} ${item.kind}`));
}

/** The evidence items of an observation. */
export async function listEvidenceItems(db: Database, observationId: Identifier): Promise<EvidenceItem[]> {
  const rows = await db
    .selectFrom('evidence_item')
    .selectAll()
    .where('observation_id', '=', observationId)
    .orderBy('kind')
    .execute();
  return rows.map(evidenceItemOf);
}

/** Where an observation was made: the site and the camera that its evidence belongs to. */
export interface EvidencePlace {
  readonly siteId: Identifier;
  readonly cameraId: Identifier;
}

/** The place of an observation's evidence; null while the observation itself has not come. */
export async function placeOfEvidence(
  db: Database,
  observationId: Identifier,
): Promise<EvidencePlace | null> {
  const row = await db
    .selectFrom('evidence_item')
    .innerJoin('observation', (join) =>
      join
        .onRef('observation.captured_at', '=', 'evidence_item.captured_at')
        .onRef('observation.id', '=', 'evidence_item.observation_id'),
    )
    .select(['observation.site_id as siteId', 'observation.camera_id as cameraId'])
    .where('evidence_item.observation_id', '=', observationId)
    .executeTakeFirst();
  return row ?? null;
}

/** The evidence of observations that raised alerts, with its place: what people are going to look at. */
export async function listEvidenceOfAlerts(
  db: Database,
  observationIds: readonly Identifier[],
): Promise<{ readonly item: EvidenceItem; readonly cameraId: Identifier }[]> {
  if (observationIds.length === 0) return [];
  const rows = await db
    .selectFrom('evidence_item')
    .innerJoin('alert', 'alert.observation_id', 'evidence_item.observation_id')
    .selectAll('evidence_item')
    .select('alert.camera_id')
    .where('evidence_item.observation_id', 'in', [...observationIds])
    .orderBy('evidence_item.observation_id')
    .orderBy('evidence_item.kind')
    .execute();
  return rows.map((row) => ({ item: evidenceItemOf(row), cameraId: row.camera_id }));
}

function evidenceItemOf(row: Selectable<Schema['evidence_item']>): EvidenceItem {
  return {
    observationId: row.observation_id,
    capturedAt: row.captured_at,
    kind: row.kind,
    digest: digestHex(row.digest),
    mediaType: row.media_type,
    bytes: row.bytes,
  };
}
