import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { Identifier } from '@amaan/contracts/identifier';
import { sql } from 'kysely';
import { digestHex } from './digest-column.ts';
import { jsonRows } from './json-rows.ts';
import type { Database } from './open-database.ts';

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
  return rows.map((row) => ({
    observationId: row.observation_id,
    capturedAt: row.captured_at,
    kind: row.kind,
    digest: digestHex(row.digest),
    mediaType: row.media_type,
    bytes: row.bytes,
  }));
}

/** The site that an observation's evidence belongs to; null while the observation itself has not come. */
export async function siteOfEvidence(db: Database, observationId: Identifier): Promise<Identifier | null> {
  const row = await db
    .selectFrom('evidence_item')
    .innerJoin('observation', (join) =>
      join
        .onRef('observation.captured_at', '=', 'evidence_item.captured_at')
        .onRef('observation.id', '=', 'evidence_item.observation_id'),
    )
    .select('observation.site_id')
    .where('evidence_item.observation_id', '=', observationId)
    .executeTakeFirst();
  return row?.site_id ?? null;
}
