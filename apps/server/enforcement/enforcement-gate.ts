import type { Identifier } from '@amaan/contracts/identifier';
import type { Database } from '@amaan/store/open-database';

/** What stops enforcing on single cameras although a plan is in force there. */
export interface EnforcementGate {
  /** Why nothing is enforced on these cameras, one sentence each; a camera that is not named is enforced. */
  stopped(db: Database): Promise<ReadonlyMap<Identifier, string>>;
}

/** Stops nothing. */
export const OPEN_GATE: EnforcementGate = { stopped: async () => new Map() };
