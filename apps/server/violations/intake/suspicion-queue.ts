import { instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import type { Database } from '@amaan/store/open-database';
import { isViolationSuspected, queueSuspicions } from '@amaan/store/violations/suspicions';
import type { AlertFinder, FoundAlerts } from '../../ingest/store-reports.ts';

/** Puts suspicions in the line of the intake, in the transaction that stores them. Nothing of them is an alert. */
export const suspicionQueue: AlertFinder = {
  async find(
    tx: Database,
    observations: readonly Observation[],
    { now }: Parameters<AlertFinder['find']>[2],
  ): Promise<FoundAlerts> {
    await queueSuspicions(tx, observations.filter(isViolationSuspected), instantOf(now));
    return { alerts: [], entries: [] };
  },
};
