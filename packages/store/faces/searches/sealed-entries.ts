import type { Identifier } from '@amaan/contracts/identifier';
import { sql } from 'kysely';
import type { Database } from '../../open-database.ts';

/** A ledger entry about one search, as its text stands there. */
export interface SealedEntry {
  readonly index: number;
  readonly text: string;
}

/** The ledger's entries of one kind about searches, the oldest of each. */
export async function readSealedEntries(
  db: Database,
  kind: string,
  searchIds: readonly Identifier[],
): Promise<ReadonlyMap<Identifier, SealedEntry>> {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['index', 'entry', 'subject'])
    .where('kind', '=', kind)
    .where('subject', '=', sql<string>`any(${searchIds.map((id) => `face-search:${id}`)}::text[])`)
    .orderBy('index', 'desc')
    .execute();
  return new Map(
    rows.map(({ index, entry, subject }) => [subject.slice('face-search:'.length), { index, text: entry }]),
  );
}
