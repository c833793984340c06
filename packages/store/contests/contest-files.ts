import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { ContestFile } from '@amaan/contracts/violations/contest';
import { type Selectable, sql } from 'kysely';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';
import type { ContestTables } from '../tables/contest-tables.ts';

/** A file that a citizen brought. */
export interface StoredContestFile extends ContestFile {
  readonly challanId: Identifier;
  /** Null: brought for a contest that has not been sent. */
  readonly contestId: Identifier | null;
  /** Of what was kept, unsealed. */
  readonly digest: Digest;
  /** The sealed object in the store. */
  readonly objectDigest: Digest;
}

/**
 * Puts down a file for a contest that is to be sent, unless there are enough.
 * @returns whether there was room for it
 */
export async function insertContestFile(
  tx: Database,
  file: StoredContestFile,
  most: number,
): Promise<boolean> {
  // Of two files at once the second waits here and is counted after the first.
  await tx.selectFrom('challan').select('id').where('id', '=', file.challanId).forUpdate().execute();
  const { count } = await tx
    .selectFrom('contest_file')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('challan_id', '=', file.challanId)
    .executeTakeFirstOrThrow();
  if (count >= most) return false;
  await tx
    .insertInto('contest_file')
    .values({
      id: file.id,
      challan_id: file.challanId,
      contest_id: file.contestId,
      name: file.name,
      media_type: file.mediaType,
      digest: digestBytes(file.digest),
      object_digest: digestBytes(file.objectDigest),
      bytes: file.bytes,
      added_at: file.addedAt,
    })
    .execute();
  return true;
}

/** Files of a challan that belong to no contest yet, in the order in which they came. */
export async function listLooseFiles(db: Database, challanId: Identifier): Promise<StoredContestFile[]> {
  const rows = await db
    .selectFrom('contest_file')
    .selectAll()
    .where('challan_id', '=', challanId)
    .where('contest_id', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(fileOf);
}

/** Files of contests, in the order in which they came. */
export async function listContestFiles(
  db: Database,
  contestIds: readonly Identifier[],
): Promise<StoredContestFile[]> {
  const rows = await db
    .selectFrom('contest_file')
    .selectAll()
    .where('contest_id', '=', sql<string>`any(${[...contestIds]}::uuid[])`)
    .orderBy('id')
    .execute();
  return rows.map(fileOf);
}

/** Makes loose files part of a contest. */
export async function adoptFiles(
  tx: Database,
  fileIds: readonly Identifier[],
  contestId: Identifier,
): Promise<void> {
  await tx
    .updateTable('contest_file')
    .set({ contest_id: contestId })
    .where('id', '=', sql<string>`any(${[...fileIds]}::uuid[])`)
    .where('contest_id', 'is', null)
    .execute();
}

/** Files that nobody needs any more: loose ones from before `loose`, those of contests that ended before `ended`. */
export async function listStaleFiles(
  db: Database,
  before: { readonly loose: Instant; readonly ended: Instant },
  limit: number,
): Promise<StoredContestFile[]> {
  const rows = await db
    .selectFrom('contest_file as file')
    .leftJoin('contest', 'contest.id', 'file.contest_id')
    .selectAll('file')
    .where((eb) =>
      eb.or([
        eb.and([eb('file.contest_id', 'is', null), eb('file.added_at', '<', before.loose)]),
        eb('contest.ended_at', '<', before.ended),
      ]),
    )
    .limit(limit)
    .execute();
  return rows.map(fileOf);
}

/** Forgets a file; its object is the caller's to delete. @returns whether it was there */
export async function deleteContestFile(tx: Database, id: Identifier): Promise<boolean> {
  const row = await tx.deleteFrom('contest_file').where('id', '=', id).returning('id').executeTakeFirst();
  return row !== undefined;
}

function fileOf(row: Selectable<ContestTables['contest_file']>): StoredContestFile {
  return {
    id: row.id,
    challanId: row.challan_id,
    contestId: row.contest_id,
    name: row.name,
    mediaType: row.media_type,
    digest: digestHex(row.digest),
    objectDigest: digestHex(row.object_digest),
    bytes: row.bytes,
    addedAt: row.added_at,
  };
}
