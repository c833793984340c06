import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';

/** What a change gives back, and what the ledger says about it. */
export interface RecordedChange<Result> {
  readonly result: Result;
  readonly entries: readonly LedgerEntry[];
}

/**
 * Makes a change and its ledger entries one transaction: there is no change without its entry and no entry
 * without its change. Every state change of the control plane goes through here or through `appendToLedger`.
 */
export function changeInLedger<Result>(
  db: Database,
  change: (transaction: Database) => Promise<RecordedChange<Result>>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    const { result, entries } = await change(transaction);
    await appendToLedger(transaction, entries);
    return result;
  });
}
