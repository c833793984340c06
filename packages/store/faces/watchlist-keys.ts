import { randomBytes } from 'node:crypto';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';
import { SECRET_KEY_BYTES, SecretBox } from '../secret-box.ts';

/** Makes the key of a new list: 256 random bits, of which the database holds what the server's key sealed. */
export async function makeWatchlistKey(
  tx: Database,
  server: SecretBox,
  watchlistId: Identifier,
  at: Instant,
): Promise<void> {
  const key = randomBytes(SECRET_KEY_BYTES);
  try {
    const sealed = server.sealBytes(key, contextOf(watchlistId));
    await tx
      .insertInto('watchlist_key')
      .values({ watchlist_id: watchlistId, sealed, created_at: at })
      .execute();
  } finally {
    key.fill(0);
  }
}

/**
 * What seals and opens everything of a list; null once its key is destroyed. It holds the key in memory: keep it no
 * longer than the work takes.
 * @throws SecretError `SECRET_UNREADABLE` when the server's key is not the one that sealed it
 */
export async function openWatchlistBox(
  db: Database,
  server: SecretBox,
  watchlistId: Identifier,
): Promise<SecretBox | null> {
  const row = await db
    .selectFrom('watchlist_key')
    .select('sealed')
    .where('watchlist_id', '=', watchlistId)
    .executeTakeFirst();
  return row === undefined ? null : new SecretBox(server.openBytes(row.sealed, contextOf(watchlistId)));
}

/**
 * Destroys the key of a list: from the commit on nothing of the list can be opened, whatever rows and objects are left.
 * @returns whether there was one
 */
export async function destroyWatchlistKey(
  tx: Database,
  watchlistId: Identifier,
  at: Instant,
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('watchlist_key')
    .where('watchlist_id', '=', watchlistId)
    .returning('watchlist_id')
    .executeTakeFirst();
  await tx
    .updateTable('watchlist')
    .set({ key_destroyed_at: at })
    .where('id', '=', watchlistId)
    .where('key_destroyed_at', 'is', null)
    .execute();
  return gone !== undefined;
}

/**
 * Writes the file of keys anew, without those that were deleted: until then a deleted row lies in it as bytes, which a
 * copy of the disk together with the server's key could open. Not within a transaction.
 */
export async function rewriteWatchlistKeys(db: Database): Promise<void> {
  await sql`VACUUM (FULL) watchlist_key`.execute(db);
}

function contextOf(watchlistId: Identifier): string {
  return `watchlist:${watchlistId}`;
}
