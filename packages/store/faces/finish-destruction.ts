import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Database } from '../open-database.ts';
import { queueObjectRemoval } from './face-objects.ts';

/** How much of a list was deleted. */
export interface DestroyedRows {
  readonly entries: number;
  readonly pictures: number;
}

/**
 * Deletes everything of a list whose key is destroyed, and queues its objects. Of the list itself stays that there was
 * one, without a word of what it said.
 */
export async function finishDestruction(
  tx: Database,
  watchlistId: Identifier,
  at: Instant,
): Promise<DestroyedRows> {
  const pictures = await tx
    .deleteFrom('watchlist_picture')
    .where('watchlist_id', '=', watchlistId)
    .returning('object_digest')
    .execute();
  await queueObjectRemoval(
    tx,
    pictures.map(({ object_digest }) => object_digest),
    at,
  );
  const entries = await tx
    .deleteFrom('watchlist_entry')
    .where('watchlist_id', '=', watchlistId)
    .returning('id')
    .execute();
  await tx
    .updateTable('watchlist')
    .set({ body: null, destroyed_at: at, changed_people: [] })
    .where('id', '=', watchlistId)
    .execute();
  return { entries: entries.length, pictures: pictures.length };
}
