import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { CallSource } from '@amaan/contracts/service/emergency-call';
import { sql } from 'kysely';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';

/** A source as reports are judged by it. */
export interface StoredCallSource extends Omit<CallSource, 'calls'> {
  /** Of a feed's token; null: files. */
  readonly tokenDigest: Digest | null;
}

export interface NewCallSource
  extends Pick<
    StoredCallSource,
    'id' | 'name' | 'kind' | 'siteIds' | 'simulated' | 'createdAt' | 'createdBy'
  > {
  readonly tokenDigest: Digest | null;
}

/** @returns whether it was put down; false: the name is taken */
export async function insertCallSource(tx: Database, source: NewCallSource): Promise<boolean> {
  const { id, name, kind, siteIds, simulated, tokenDigest, createdAt, createdBy } = source;
  const inserted = await tx
    .insertInto('call_source')
    .values({
      ...{ id, name, kind, simulated },
      site_ids: siteIds === null ? null : [...siteIds],
      token_digest: tokenDigest === null ? null : digestBytes(tokenDigest),
      created_at: createdAt,
      created_by: createdBy,
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Sources by name, with how many calls each told of. */
export async function listCallSources(db: Database): Promise<CallSource[]> {
  const rows = await db.selectFrom('call_source').selectAll().orderBy('name').execute();
  return rows.map((row) => {
    const { tokenDigest: _, ...source } = sourceOf(row);
    return { ...source, calls: row.calls };
  });
}

export async function getCallSource(
  db: Database,
  by: { readonly id: Identifier } | { readonly name: string },
): Promise<StoredCallSource | null> {
  const all = db.selectFrom('call_source').selectAll();
  const row = await ('id' in by
    ? all.where('id', '=', by.id)
    : all.where('name', '=', by.name)
  ).executeTakeFirst();
  return row === undefined ? null : sourceOf(row);
}

/** @returns false: it was revoked before, or there is none */
export async function revokeCallSource(tx: Database, id: Identifier, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('call_source')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('kind', '=', 'feed')
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Puts down that a source was heard, and for feeds what their clock said.
 * @param heard `added`: calls that were not known before; `lagMs`: this server's clock less the sender's
 */
export async function recordHeard(
  tx: Database,
  id: Identifier,
  heard: {
    readonly at: Instant;
    readonly reports: number;
    readonly added: number;
    readonly lagMs: number | null;
  },
): Promise<void> {
  const { at, reports, added, lagMs } = heard;
  await tx
    .updateTable('call_source')
    .set((row) => ({ heard_at: at, calls: row('calls', '+', added) }))
    .where('id', '=', id)
    .execute();
  if (lagMs === null) return;
  await sql`
    INSERT INTO call_feed_hour AS hour (source_id, hour, batches, reports, least_lag_ms, most_lag_ms)
    VALUES (${id}, date_trunc('hour', ${at}::timestamptz), 1, ${reports}, ${lagMs}, ${lagMs})
    ON CONFLICT (source_id, hour) DO UPDATE SET batches = hour.batches + 1,
      reports = hour.reports + excluded.reports,
      least_lag_ms = least(hour.least_lag_ms, excluded.least_lag_ms),
      most_lag_ms = greatest(hour.most_lag_ms, excluded.most_lag_ms)`.execute(tx);
}

/** An hour in which a feed was heard. */
export interface HeardHour {
  readonly sourceId: Identifier;
  readonly source: string;
  readonly hour: Instant;
  readonly leastLagMs: number;
}

/** Hours of a period in which feeds were heard, in their order. */
export async function listHeardHours(
  db: Database,
  period: { readonly from: Instant; readonly to: Instant; readonly simulated: boolean },
): Promise<HeardHour[]> {
  return db
    .selectFrom('call_feed_hour')
    .innerJoin('call_source', 'call_source.id', 'call_feed_hour.source_id')
    .select(['source_id as sourceId', 'name as source', 'hour', 'least_lag_ms as leastLagMs'])
    .where('hour', '>=', period.from)
    .where('hour', '<', period.to)
    .where('simulated', '=', period.simulated)
    .orderBy('source_id')
    .orderBy('hour')
    .execute();
}

function sourceOf(row: {
  id: string;
  name: string;
  kind: 'feed' | 'file';
  site_ids: string[] | null;
  simulated: boolean;
  token_digest: Uint8Array | null;
  created_at: string;
  created_by: string;
  revoked_at: string | null;
  heard_at: string | null;
}): StoredCallSource {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    siteIds: row.site_ids,
    simulated: row.simulated,
    createdAt: row.created_at,
    createdBy: row.created_by,
    revokedAt: row.revoked_at,
    heardAt: row.heard_at,
    tokenDigest: row.token_digest === null ? null : digestHex(row.token_digest),
  };
}
