import type { Identifier } from '@amaan/contracts/identifier';
import type { Database } from '@amaan/store/open-database';
import { listSystemsSuspendedOn, lockSystem } from '@amaan/store/suspensions';
import { ConflictError } from '../http/http-errors.ts';

/**
 * Refuses that cameras enter or leave groups on which an AI system is suspended. Who moved a camera out
 * would end its suspension alone, and one that came in would run on under the permit in force.
 * @throws ConflictError `CAMERA_GROUP_SUSPENDED`
 */
export async function refuseSuspendedGroups(tx: Database, groupIds: readonly Identifier[]): Promise<void> {
  await lockAllSystems(tx);
  for (const groupId of new Set(groupIds)) {
    const systems = await listSystemsSuspendedOn(tx, groupId);
    if (systems.length > 0)
      throw new ConflictError(
        'CAMERA_GROUP_SUSPENDED',
        `${systems.join(', ')} is suspended on this group of cameras: none may enter or leave it before two people have ended that. Nothing was changed.`,
      );
  }
}

/** A suspension that is being written is waited for, so that no camera slips out of its group meanwhile. */
async function lockAllSystems(tx: Database): Promise<void> {
  const systems = await tx.selectFrom('ai_system').select('id').orderBy('id').execute();
  for (const { id } of systems) await lockSystem(tx, id);
}
