import type { Identifier } from '@amaan/contracts/identifier';
import { RUNNING_STAGES } from '@amaan/governance/lifecycle/transitions';
import type { Database } from '@amaan/store/open-database';
import { readSuspensionsInForce, standingOf } from '@amaan/store/suspensions';

const SYSTEM = 'vehicle-trace';

/** Whether Vehicle trace may run. It has no model and therefore no permit: its stage and suspensions decide. */
export interface TraceStanding {
  readonly running: boolean;
  /** Why it does not; empty while it runs. */
  readonly reason: string;
  /** Groups of cameras on which it is suspended. */
  readonly suspendedGroups: ReadonlySet<Identifier>;
}

/** Reads it as it is in this transaction. */
export async function readTraceStanding(db: Database): Promise<TraceStanding> {
  const row = await db.selectFrom('ai_system').select('stage').where('id', '=', SYSTEM).executeTakeFirst();
  const { suspension, groupSuspensions } = standingOf(await readSuspensionsInForce(db, SYSTEM), SYSTEM);
  const suspendedGroups = new Set(groupSuspensions.map(({ cameraGroupId }) => cameraGroupId));
  const stop = (reason: string) => ({ running: false, reason, suspendedGroups });
  if (row === undefined) return stop('Vehicle trace is not registered.');
  if (!RUNNING_STAGES.includes(row.stage))
    return stop(`Vehicle trace is in the stage "${row.stage}" and not in pilot or operation.`);
  if (suspension !== null)
    return stop(`Vehicle trace is suspended since ${suspension.at}: ${suspension.reason}`);
  return { running: true, reason: '', suspendedGroups };
}
