import { crimeAnalytics } from '@amaan/crime-analytics/system';
import type { Database } from '@amaan/store/open-database';
import { ConflictError } from '../../http/http-errors.ts';
import { type ModellessStanding, readModellessStanding } from '../../permits/modelless-standing.ts';

/** Whether crime analytics may run, as it is in this transaction. */
export function readCrimeStanding(db: Database): Promise<ModellessStanding> {
  return readModellessStanding(db, crimeAnalytics);
}

/** @throws ConflictError `SYSTEM_NOT_RUNNING` while it is suspended, or neither in pilot nor in operation */
export async function requireCrimeStanding(db: Database): Promise<void> {
  const { running, reason } = await readCrimeStanding(db);
  if (!running) throw new ConflictError('SYSTEM_NOT_RUNNING', `${reason} Nothing was computed.`);
}
