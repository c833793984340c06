import type { Identifier } from '@amaan/contracts/identifier';
import type { Database } from '../../open-database.ts';

/** Quality of an enrolled picture as it was judged when it was enrolled, 0–1; null: there is no such picture any more. */
export async function readEnrolledQuality(db: Database, pictureId: Identifier): Promise<number | null> {
  const row = await db
    .selectFrom('watchlist_picture')
    .select('quality')
    .where('id', '=', pictureId)
    .executeTakeFirst();
  return row?.quality ?? null;
}
