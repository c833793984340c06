import type { Identifier } from '@amaan/contracts/identifier';
import type { Database } from '@amaan/store/open-database';
import { readSuspensionsInForce, standingOf } from '@amaan/store/suspensions';
import { HttpError } from '../http/http-errors.ts';

export const TRAFFIC_SYSTEM = 'traffic-management';

/** Why an AI system has no permit now, in one sentence, or null. */
export type RefusalOf = (system: string) => string | null;

/** Where the system may not measure, and why; empty where it may. */
export interface TrafficStanding {
  /** Null: it has a permit. */
  readonly refusal: string | null;
  /** Why it is suspended on these groups of cameras. */
  readonly suspendedGroups: ReadonlyMap<Identifier, string>;
}

export async function readTrafficStanding(db: Database, refusalOf: RefusalOf): Promise<TrafficStanding> {
  const { groupSuspensions } = standingOf(await readSuspensionsInForce(db, TRAFFIC_SYSTEM), TRAFFIC_SYSTEM);
  return {
    refusal: refusalOf(TRAFFIC_SYSTEM),
    suspendedGroups: new Map(groupSuspensions.map(({ cameraGroupId, reason }) => [cameraGroupId, reason])),
  };
}

/** @throws HttpError 409 `TRAFFIC_MANAGEMENT_NOT_RUNNING` */
export function requireTrafficPermit(refusalOf: RefusalOf): void {
  const refusal = refusalOf(TRAFFIC_SYSTEM);
  if (refusal !== null)
    throw new HttpError(409, 'TRAFFIC_MANAGEMENT_NOT_RUNNING', `${refusal} Nothing was worked out.`);
}
