import type { Identifier } from '@amaan/contracts/identifier';
import type { Database } from './open-database.ts';

/** Whether a camera group has cameras now, and whether all of them are simulated. */
export interface GroupPresence {
  readonly real: number;
  readonly simulated: number;
}

/** How many cameras every group has now. */
export async function countCamerasOfGroups(db: Database): Promise<Map<Identifier, GroupPresence>> {
  const rows = await db
    .selectFrom('camera')
    .where('deleted_at', 'is', null)
    .groupBy('group_id')
    .select(({ fn }) => [
      'group_id as groupId',
      fn.countAll<number>().filterWhere('simulated', '=', true).as('simulated'),
      fn.countAll<number>().filterWhere('simulated', '=', false).as('real'),
    ])
    .execute();
  return new Map(rows.map(({ groupId, ...presence }) => [groupId, presence]));
}
