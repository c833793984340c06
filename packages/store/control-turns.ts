import { ControlStatus } from '@amaan/contracts/governance/control';
import type { Instant } from '@amaan/contracts/instant';
import { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** A control turned red, or was red and no longer is. */
export interface ControlTurn {
  /** Of the ledger entry. */
  readonly index: number;
  readonly at: Instant;
  /** Null: it was never evaluated before. */
  readonly from: ControlStatus | null;
  readonly to: ControlStatus;
}

/** The newest turn of each subject that ever turned. The ledger itself is what remembers. */
export async function latestControlTurns(
  db: Database,
  subjects: readonly string[],
): Promise<Map<string, ControlTurn>> {
  const { rows } = await sql<{ subject: string; index: number; entry: string }>`
    SELECT wanted.subject, turn.index, turn.entry
    FROM unnest(${[...subjects]}::text[]) AS wanted (subject)
    CROSS JOIN LATERAL (
      SELECT index, entry FROM ledger_entry
      WHERE ledger_entry.subject = wanted.subject AND kind = 'control.turned'
      ORDER BY index DESC LIMIT 1
    ) AS turn`.execute(db);
  return new Map(rows.map((row) => [row.subject, turnOf(row)]));
}

/** The turns of one subject, newest first. */
export async function listControlTurns(db: Database, subject: string, limit = 50): Promise<ControlTurn[]> {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['index', 'entry'])
    .where('subject', '=', subject)
    .where('kind', '=', 'control.turned')
    .orderBy('index', 'desc')
    .limit(limit)
    .execute();
  return rows.map(turnOf);
}

function turnOf({ index, entry }: { readonly index: number; readonly entry: string }): ControlTurn {
  const { at, data } = LedgerEntry.parse(JSON.parse(entry));
  return { index, at, from: ControlStatus.nullable().parse(data.from), to: ControlStatus.parse(data.to) };
}
