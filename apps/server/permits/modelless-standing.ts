import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Identifier } from '@amaan/contracts/identifier';
import { RUNNING_STAGES } from '@amaan/governance/lifecycle/transitions';
import type { Database } from '@amaan/store/open-database';
import { readSuspensionsInForce, standingOf } from '@amaan/store/suspensions';

/** Whether a system without a model may run. It has no permit: its stage and suspensions decide. */
export interface ModellessStanding {
  readonly running: boolean;
  /** Why it does not; empty while it runs. */
  readonly reason: string;
  /** Groups of cameras on which it is suspended. */
  readonly suspendedGroups: ReadonlySet<Identifier>;
}

/** Reads it as it is in this transaction. */
export async function readModellessStanding(
  db: Database,
  { id, name }: Pick<AiSystem, 'id' | 'name'>,
): Promise<ModellessStanding> {
  const row = await db.selectFrom('ai_system').select('stage').where('id', '=', id).executeTakeFirst();
  const { suspension, groupSuspensions } = standingOf(await readSuspensionsInForce(db, id), id);
  const suspendedGroups = new Set(groupSuspensions.map(({ cameraGroupId }) => cameraGroupId));
  const stop = (reason: string) => ({ running: false, reason, suspendedGroups });
  if (row === undefined) return stop(`${name} is not registered.`);
  if (!RUNNING_STAGES.includes(row.stage))
    return stop(`${name} is in the stage "${row.stage}" and not in pilot or operation.`);
  if (suspension !== null) return stop(`${name} is suspended since ${suspension.at}: ${suspension.reason}`);
  return { running: true, reason: '', suspendedGroups };
}
