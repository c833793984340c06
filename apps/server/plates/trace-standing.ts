import type { Database } from '@amaan/store/open-database';
import { vehicleTrace } from '@amaan/vehicle-trace/system';
import { type ModellessStanding, readModellessStanding } from '../permits/modelless-standing.ts';

export type TraceStanding = ModellessStanding;

/** Whether Vehicle trace may run, as it is in this transaction. */
export function readTraceStanding(db: Database): Promise<TraceStanding> {
  return readModellessStanding(db, vehicleTrace);
}
