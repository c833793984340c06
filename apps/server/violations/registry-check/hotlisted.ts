import type { CaseHold } from '@amaan/contracts/violations/violation-case';
import type { Database } from '@amaan/store/open-database';
import type { PlateRead } from '@amaan/store/plates/sightings';

/** Whether this read of a plate raised an alert of a hotlist. Which list it is stays with those who may see it. */
export async function hotlistHolds(db: Database, { id }: PlateRead): Promise<CaseHold[]> {
  const alert = await db
    .selectFrom('alert')
    .select('id')
    .where('observation_id', '=', id)
    .where('cause_kind', '=', 'hotlist')
    .executeTakeFirst();
  return alert === undefined
    ? []
    : [{ reason: 'hotlist', detail: 'The plate stands on a hotlist: the control room deals with it first.' }];
}
