import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { PlateHold, PlateHoldInput } from '@amaan/contracts/plates/plate-hold';
import type { Database } from '../open-database.ts';

/** Keeps the sightings of a plate for a case beyond the retention time. Call it with its ledger entry. */
export async function insertPlateHold(
  db: Database,
  hold: PlateHoldInput & { readonly caseId: Identifier; readonly at: Instant; readonly by: string },
): Promise<Identifier> {
  const id = newIdentifier();
  await db
    .insertInto('plate_hold')
    .values({
      ...{ id, case_id: hold.caseId, plate: hold.plate, from_at: hold.from, to_at: hold.to },
      ...{ made_at: hold.at, made_by: hold.by, released_at: null, released_by: null },
    })
    .execute();
  return id;
}

/** The holds of a case that are in force. */
export async function listPlateHolds(db: Database, caseId: Identifier): Promise<PlateHold[]> {
  return db
    .selectFrom('plate_hold')
    .select(['id', 'plate', 'from_at as from', 'to_at as to', 'made_at as madeAt', 'made_by as madeBy'])
    .where('case_id', '=', caseId)
    .where('released_at', 'is', null)
    .orderBy('made_at')
    .execute();
}

/** Ends a hold. @returns whether it was in force */
export async function releasePlateHold(
  db: Database,
  hold: { readonly id: Identifier; readonly caseId: Identifier; readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const released = await db
    .updateTable('plate_hold')
    .set({ released_at: hold.at, released_by: hold.by })
    .where('id', '=', hold.id)
    .where('case_id', '=', hold.caseId)
    .where('released_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return released !== undefined;
}
