import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';

/** A ticket that lost its pictures. */
export interface PurgedCivicPictures {
  readonly ticketId: Identifier;
  readonly pictureIds: Identifier[];
  /** Objects that the pictures had; others may have them too. */
  readonly objects: Digest[];
}

/**
 * Deletes the pictures of one batch of tickets: of those that ended before an instant, and of suggestions from before it
 * that nobody confirmed. The ticket stays, and says when its pictures went.
 */
export async function purgeCivicPictures(
  tx: Database,
  before: Instant,
  at: Instant,
  limit: number,
): Promise<PurgedCivicPictures[]> {
  // Locked, so that nobody reopens one, or brings a picture of it, meanwhile.
  const due = await sql<{ id: Identifier }>`
    SELECT id FROM civic_ticket ticket
    WHERE (ended_at < ${before}::timestamptz OR (state = 'suggested' AND opened_at < ${before}::timestamptz))
      AND EXISTS (SELECT FROM civic_picture picture WHERE picture.ticket_id = ticket.id)
    ORDER BY id LIMIT ${limit} FOR UPDATE`.execute(tx);
  const ids = due.rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const gone = await sql<{ id: Identifier; ticketId: Identifier; digest: Uint8Array }>`
    DELETE FROM civic_picture WHERE ticket_id = any(${ids}::uuid[])
    RETURNING id, ticket_id AS "ticketId", object_digest AS digest`.execute(tx);
  await tx
    .updateTable('civic_ticket')
    .set({ pictures_deleted_at: at })
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return ids.map((ticketId) => {
    const own = gone.rows.filter((row) => row.ticketId === ticketId);
    return {
      ticketId,
      pictureIds: own.map(({ id }) => id),
      objects: [...new Set(own.map(({ digest }) => digestHex(digest)))],
    };
  });
}
