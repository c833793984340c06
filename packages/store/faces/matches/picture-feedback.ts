import type { Identifier } from '@amaan/contracts/identifier';
import { sql } from 'kysely';
import type { Database } from '../../open-database.ts';

/**
 * Counts what people said of a match with an enrolled picture.
 * @returns all that was said of that picture, or null when it is not enrolled any more
 */
export async function addPictureFeedback(
  tx: Database,
  pictureId: Identifier,
  said: 'confirmed' | 'rejected',
): Promise<{ readonly confirmed: number; readonly rejected: number } | null> {
  const [confirmed, rejected] = said === 'confirmed' ? [1, 0] : [0, 1];
  const { rows } = await sql<{ confirmed: number; rejected: number }>`
    INSERT INTO face_picture_feedback AS feedback (picture_id, confirmed, rejected)
    SELECT id, ${confirmed}::int, ${rejected}::int FROM watchlist_picture WHERE id = ${pictureId}::uuid
    ON CONFLICT (picture_id) DO UPDATE SET confirmed = feedback.confirmed + EXCLUDED.confirmed,
      rejected = feedback.rejected + EXCLUDED.rejected
    RETURNING confirmed, rejected`.execute(tx);
  return rows[0] ?? null;
}

/**
 * Writes what a picture is worth after what was said. The list needs no new review for it.
 * @returns what it was worth before, or null when it is not enrolled any more
 */
export async function setPictureWeight(
  tx: Database,
  pictureId: Identifier,
  worth: { readonly weight: number; readonly contradicted: number },
): Promise<number | null> {
  const before = await tx
    .selectFrom('watchlist_picture')
    .select('weight')
    .where('id', '=', pictureId)
    .forUpdate()
    .executeTakeFirst();
  if (before === undefined) return null;
  await tx.updateTable('watchlist_picture').set(worth).where('id', '=', pictureId).execute();
  return before.weight;
}
