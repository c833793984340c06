import type { TreeHash } from '@amaan/ledger/merkle-tree';
import type { NodeCoordinate } from '@amaan/ledger/tree-storage';
import type { StoredRecord } from '@amaan/ledger/verify-ledger';
import { sql } from 'kysely';
import { jsonRows } from './json-rows.ts';
import type { Database } from './open-database.ts';

const BATCH = 1000;

/**
 * The ledger as it lies in its table, in order, in batches: to export or to verify it.
 * @param from the first index; left out, everything that is there, also what should not be
 */
export async function* streamLedgerRecords(
  db: Database,
  from = Number.MIN_SAFE_INTEGER + 1,
): AsyncGenerator<readonly StoredRecord[], void, undefined> {
  for (let after = from - 1; ; ) {
    const records = await db
      .selectFrom('ledger_entry')
      .select(['index', 'entry as text', 'leaf_hash as leafHash'])
      .where('index', '>', after)
      .orderBy('index')
      .limit(BATCH)
      .execute();
    if (records.length > 0) yield records;
    const last = records.at(-1);
    if (last === undefined || records.length < BATCH) return;
    after = last.index;
  }
}

/** Nodes of the tree in the order asked for, null for a missing one. Level 0 is read from the entries. */
export async function readLedgerNodes(
  db: Database,
  nodes: readonly NodeCoordinate[],
): Promise<(TreeHash | null)[]> {
  if (nodes.length === 0) return [];
  const wanted = nodes.map(({ level, index }, place) => ({ place, level, index }));
  const { rows } = await sql<{ hash: TreeHash | null }>`
    SELECT coalesce(ledger_node.hash, ledger_entry.leaf_hash) AS hash
    FROM ${jsonRows(wanted, 'place integer, level smallint, index bigint')}
    LEFT JOIN ledger_entry ON row.level = 0 AND ledger_entry.index = row.index
    LEFT JOIN ledger_node ON ledger_node.level = row.level AND ledger_node.index = row.index
    ORDER BY row.place`.execute(db);
  return rows.map(({ hash }) => hash);
}
