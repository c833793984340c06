import type { Digest } from '@amaan/contracts/digest';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';

/** Puts down, in the transaction that forgets objects, that they are to be deleted: a crash after it loses none. */
export async function queueObjectRemoval(
  tx: Database,
  digests: readonly Uint8Array[],
  at: Instant,
): Promise<void> {
  if (digests.length === 0) return;
  await tx
    .insertInto('face_object_removal')
    .values(digests.map((digest) => ({ digest, queued_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Objects that are to be deleted, without those that something else names still. */
export async function listObjectRemovals(
  db: Database,
  limit: number,
): Promise<{ digest: Digest; isNamed: boolean }[]> {
  const { rows } = await sql<{ digest: Uint8Array; named: boolean }>`
    SELECT digest, EXISTS (SELECT FROM evidence_item item WHERE item.digest = removal.digest)
      OR EXISTS (SELECT FROM watchlist_picture picture WHERE picture.object_digest = removal.digest)
      OR EXISTS (SELECT FROM face_product product WHERE product.object_digest = removal.digest)
      -- Files of documents: a report that names the digest of one must not take it along.
      OR EXISTS (SELECT FROM governance_record_version version
        WHERE version.body #>> '{file,sha256}' = encode(removal.digest, 'hex')) AS named
    FROM face_object_removal removal ORDER BY queued_at, digest LIMIT ${limit}`.execute(db);
  return rows.map(({ digest, named }) => ({ digest: digestHex(digest), isNamed: named }));
}

/** After an object is deleted, or is found to be named by something else. */
export async function settleObjectRemoval(db: Database, digest: Digest): Promise<void> {
  await db.deleteFrom('face_object_removal').where('digest', '=', Buffer.from(digest, 'hex')).execute();
}
