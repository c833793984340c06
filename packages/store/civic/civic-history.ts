import type { CivicPicture, CivicStep } from '@amaan/contracts/civic/civic-ticket';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import { sql } from 'kysely';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';

/** A masked picture of a ticket's place. */
export interface StoredCivicPicture extends CivicPicture {
  readonly ticketId: Identifier;
  readonly objectDigest: Digest;
}

/** Puts down what was done about a ticket. */
export async function insertCivicStep(
  tx: Database,
  ticketId: Identifier,
  step: CivicStep & { readonly by: string },
): Promise<void> {
  await tx
    .insertInto('civic_step')
    .values({
      id: step.id,
      ticket_id: ticketId,
      step: step.step,
      from_state: step.from,
      to_state: step.to,
      note: step.note,
      department: step.department,
      due_at: step.dueAt,
      at: step.at,
      by_user: step.by,
      by_name: step.byName,
    })
    .execute();
}

/** What was done about a ticket, in order. */
export async function listCivicSteps(db: Database, ticketId: Identifier): Promise<CivicStep[]> {
  return db
    .selectFrom('civic_step')
    .select(['id', 'step', 'from_state as from', 'to_state as to', 'note', 'department'])
    .select(['due_at as dueAt', 'at', 'by_name as byName'])
    .where('ticket_id', '=', ticketId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/**
 * Puts down a picture, unless the ticket has enough of its moment.
 * @returns whether there was room for it
 */
export async function insertCivicPicture(
  tx: Database,
  picture: StoredCivicPicture,
  most: number,
): Promise<boolean> {
  // Of two pictures at once the second waits here and is counted after the first.
  await tx.selectFrom('civic_ticket').select('id').where('id', '=', picture.ticketId).forUpdate().execute();
  const { count } = await tx
    .selectFrom('civic_picture')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('ticket_id', '=', picture.ticketId)
    .where('moment', '=', picture.moment)
    .executeTakeFirstOrThrow();
  if (count >= most) return false;
  await tx
    .insertInto('civic_picture')
    .values({
      id: picture.id,
      ticket_id: picture.ticketId,
      moment: picture.moment,
      source: picture.source,
      object_digest: digestBytes(picture.objectDigest),
      bytes: picture.bytes,
      taken_at: picture.takenAt,
      added_at: picture.addedAt,
      added_by_name: picture.addedBy,
    })
    .execute();
  return true;
}

/** Takes a picture out; its object is the caller's to delete where nothing else names it. */
export async function deleteCivicPicture(tx: Database, id: Identifier): Promise<void> {
  await tx.deleteFrom('civic_picture').where('id', '=', id).execute();
}

/** Pictures of tickets, in the order in which they came. */
export async function listCivicPictures(
  db: Database,
  ticketIds: readonly Identifier[],
): Promise<StoredCivicPicture[]> {
  const rows = await db
    .selectFrom('civic_picture')
    .selectAll()
    .where('ticket_id', '=', sql<string>`any(${[...ticketIds]}::uuid[])`)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ticketId: row.ticket_id,
    moment: row.moment,
    source: row.source,
    objectDigest: digestHex(row.object_digest),
    bytes: row.bytes,
    takenAt: row.taken_at,
    addedAt: row.added_at,
    addedBy: row.added_by_name,
  }));
}
