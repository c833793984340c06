import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Database } from '@amaan/store/open-database';
import type { RoadReport } from './read-reports.ts';

/** What became of what workers said of roads. */
export interface RoadOutcome {
  readonly entries: readonly LedgerEntry[];
  /** Whether consoles that show roads have to read anew. */
  readonly changed: boolean;
  /** Whether workers have to be told of a view anew. */
  readonly assignmentChanged: boolean;
}

/** Takes what workers say of roads beside observations, in the transaction of their batch. */
export interface RoadTaker {
  take(tx: Database, reports: readonly RoadReport[], now: number): Promise<RoadOutcome>;
}

/** Where nothing takes it, nothing of it is kept. */
export const NO_ROADS: RoadTaker = {
  take: async () => ({ entries: [], changed: false, assignmentChanged: false }),
};
