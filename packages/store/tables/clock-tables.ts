import type { RecordAuthor } from '@amaan/contracts/governance/record';
import type { ColumnType } from 'kysely';

type InstantText = string;

/** What two people said about a clock that ran ahead. */
export interface ClockTables {
  clock_acceptance: ClockAcceptanceTable;
}

interface ClockAcceptanceTable {
  id: string;
  requested_at: InstantText;
  requested_by: ColumnType<RecordAuthor, string, never>;
  reason: string;
  confirmed_at: InstantText | null;
  confirmed_by: ColumnType<RecordAuthor | null, string | null, string>;
  /** Ledger entries before this index carry times that do not count any more. */
  ledger_size: number | null;
}
