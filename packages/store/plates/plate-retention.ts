import type { Digest } from '@amaan/contracts/digest';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { PlateRetention } from '@amaan/contracts/plates/plate-hold';
import { type RawBuilder, sql } from 'kysely';
import { digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';

/**
 * What stays beyond its time: what raised an alert (and so what is attached to a case), the other sighting of a plate
 * on two vehicles, and what a hold of a case names, by what was read or by what a person says.
 */
function isKept(table: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(
    EXISTS (SELECT FROM alert WHERE alert.observation_id = ${table}.id)
    OR EXISTS (SELECT FROM alert WHERE alert.cause -> 'suspicion' ->> 'otherId' = ${table}.id::text)
    OR EXISTS (SELECT FROM plate_hold hold WHERE hold.released_at IS NULL
      AND ${table}.captured_at >= hold.from_at AND ${table}.captured_at < hold.to_at
      AND (hold.plate = ${table}.body #>> '{reading,text}' COLLATE "C" OR EXISTS (SELECT FROM plate_correction said
        WHERE said.observation_id = ${table}.id AND said.plate = hold.plate))))`;
}

export interface DeletedReads {
  readonly ids: Identifier[];
  readonly days: string[];
  /** Objects that the deleted reads had; others may have them too. */
  readonly objects: Digest[];
}

/** Deletes one batch of reads captured before an instant that nothing keeps: read, votes, sighting, evidence items. */
export async function deleteOldReads(db: Database, before: Instant, limit: number): Promise<DeletedReads> {
  const { rows } = await sql<{ id: Identifier; captured_at: Instant }>`
    SELECT read.id, read.captured_at FROM observation AS read
    WHERE read.kind = 'plate-read' AND read.captured_at < ${before}::timestamptz AND NOT ${isKept(sql`read`)}
    ORDER BY read.captured_at, read.id LIMIT ${limit}`.execute(db);
  if (rows.length === 0) return { ids: [], days: [], objects: [] };
  const ids = rows.map(({ id }) => id);
  const [first, last] = [rows[0]!.captured_at, rows.at(-1)!.captured_at];
  const these = sql`id = any(${ids}::uuid[]) AND captured_at BETWEEN ${first}::timestamptz AND ${last}::timestamptz`;
  await sql`DELETE FROM observation WHERE ${these}`.execute(db);
  await sql`DELETE FROM sighting WHERE ${these}`.execute(db);
  await sql`DELETE FROM plate_correction WHERE observation_id = any(${ids}::uuid[])`.execute(db);
  const evidence = await sql<{ digest: Uint8Array }>`
    DELETE FROM evidence_item WHERE observation_id = any(${ids}::uuid[]) RETURNING digest`.execute(db);
  return {
    ids,
    days: [...new Set(rows.map(({ captured_at }) => captured_at.slice(0, 10)))],
    objects: [...new Set(evidence.rows.map(({ digest }) => digestHex(digest)))],
  };
}

/** Those of some objects that no evidence item names any more. */
export async function withoutReference(db: Database, objects: readonly Digest[]): Promise<Digest[]> {
  if (objects.length === 0) return [];
  const { rows } = await sql<{ digest: string }>`
    SELECT listed.digest FROM unnest(${[...objects]}::text[]) AS listed (digest)
    WHERE NOT EXISTS (SELECT FROM evidence_item WHERE evidence_item.digest = decode(listed.digest, 'hex'))`.execute(
    db,
  );
  return rows.map(({ digest }) => digest);
}

/** The identifiers of reads of a day that are still there. @param day `YYYY-MM-DD` */
export async function readsOfDay(db: Database, day: string): Promise<Set<Identifier>> {
  const { rows } = await sql<{ id: Identifier }>`
    SELECT id FROM observation WHERE kind = 'plate-read'
      AND captured_at >= ${`${day}T00:00:00Z`}::timestamptz
      AND captured_at < ${`${day}T00:00:00Z`}::timestamptz + interval '1 day'`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** How many reads captured before an instant are still there. */
export async function countOldReads(db: Database, before: Instant): Promise<number> {
  const row = await db
    .selectFrom('observation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('kind', '=', 'plate-read')
    .where('captured_at', '<', before)
    .executeTakeFirstOrThrow();
  return row.count;
}

type Run = NonNullable<PlateRetention['last']>;

/** Puts a run of the job on record. */
export async function insertRetentionRun(db: Database, run: Run): Promise<void> {
  const { startedAt, finishedAt, ...counts } = run;
  await db
    .insertInto('plate_retention_run')
    .values({ id: newIdentifier(), started_at: startedAt, finished_at: finishedAt, ...counts })
    .execute();
}

/** The last run, or null. */
export async function lastRetentionRun(db: Database): Promise<Run | null> {
  const row = await db
    .selectFrom('plate_retention_run')
    .select([
      'started_at as startedAt',
      'finished_at as finishedAt',
      'before',
      'deleted',
      'kept',
      'objects',
      'cold',
    ])
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
