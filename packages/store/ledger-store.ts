import type { Digest } from '@amaan/contracts/digest';
import { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { AmaanError } from '@amaan/contracts/problem';
import { consistencyProof } from '@amaan/ledger/consistency-proof';
import { inclusionProof } from '@amaan/ledger/inclusion-proof';
import { ledgerLeaf } from '@amaan/ledger/ledger-leaf';
import { appendLeaves, type NodeReader, rootOf, type TreeState } from '@amaan/ledger/tree-storage';
import { sql } from 'kysely';
import { digestBytes, digestHex } from './digest-column.ts';
import { readLedgerNodes } from './ledger-records.ts';
import type { Database } from './open-database.ts';

/** `LEDGER_INCOMPLETE`: rows of the ledger are missing from the database. */
export class LedgerError extends AmaanError {}

/** An entry with its place. */
export interface StoredLedgerEntry {
  readonly index: number;
  readonly entry: LedgerEntry;
  readonly leafHash: Digest;
}

/**
 * Appends entries to the ledger in the caller's transaction, so that no change is without its entry and no
 * entry without its change. From here to the end of that transaction other writers of the ledger wait: call
 * it last, then commit.
 *
 * @returns the entries' indexes, in their order
 * @throws TypeError when called outside a transaction
 */
export async function appendToLedger(
  transaction: Database,
  entries: readonly LedgerEntry[],
): Promise<number[]> {
  if (!transaction.isTransaction) throw new TypeError('The ledger is written in a transaction only.');
  if (entries.length === 0) return [];
  const leaves = entries.map(ledgerLeaf);
  const before = await lockState(transaction);
  const { state, newNodes } = appendLeaves(
    before,
    leaves.map((leaf) => leaf.leafHash),
  );
  const indexes = leaves.map((_, i) => before.size + i);
  await sql`
    WITH entries AS (
      INSERT INTO ledger_entry (index, entry, leaf_hash)
      SELECT index, entry, decode(hash, 'hex') FROM unnest(
        ${indexes}::bigint[], ${leaves.map((leaf) => leaf.text)}::text[],
        ${leaves.map((leaf) => digestHex(leaf.leafHash))}::text[]
      ) AS leaf (index, entry, hash)
    ), nodes AS (
      INSERT INTO ledger_node (level, index, hash)
      SELECT level, index, decode(hash, 'hex') FROM unnest(
        ${newNodes.map((node) => node.level)}::smallint[], ${newNodes.map((node) => node.index)}::bigint[],
        ${newNodes.map((node) => digestHex(node.hash))}::text[]
      ) AS node (level, index, hash)
    )
    UPDATE ledger_state SET
      size = ${state.size}, frontier = ${JSON.stringify(state.frontier.map(digestHex))}::jsonb`.execute(
    transaction,
  );
  return indexes;
}

/** How long the ledger is and what its root is. */
export async function readLedgerHead(db: Database): Promise<{ size: number; root: Digest }> {
  const row = await db.selectFrom('ledger_state').select(['size', 'frontier']).executeTakeFirstOrThrow();
  return { size: row.size, root: digestHex(rootOf(stateOf(row))) };
}

/** Entries, newest first. @param page `before`: only entries with a smaller index */
export async function listLedgerEntries(
  db: Database,
  page: { readonly before?: number; readonly limit: number },
): Promise<StoredLedgerEntry[]> {
  let query = db.selectFrom('ledger_entry').select(['index', 'entry', 'leaf_hash']);
  if (page.before !== undefined) query = query.where('index', '<', page.before);
  return (await query.orderBy('index', 'desc').limit(page.limit).execute()).map(entryOf);
}

/** One entry, or null. */
export async function getLedgerEntry(db: Database, index: number): Promise<StoredLedgerEntry | null> {
  const row = await db
    .selectFrom('ledger_entry')
    .select(['index', 'entry', 'leaf_hash'])
    .where('index', '=', index)
    .executeTakeFirst();
  return row === undefined ? null : entryOf(row);
}

/**
 * The inclusion proof of an entry in the ledger of `size` entries (RFC 9162, section 2.1.3).
 * @throws RangeError when there is no such entry
 */
export async function proveInclusion(db: Database, index: number, size: number): Promise<Digest[]> {
  return (await inclusionProof(index, size, nodeReader(db))).map(digestHex);
}

/**
 * The proof that the ledger of `newSize` entries begins with that of `oldSize` (RFC 9162, section 2.1.4).
 * @throws RangeError when the old one is the longer
 */
export async function proveConsistency(db: Database, oldSize: number, newSize: number): Promise<Digest[]> {
  return (await consistencyProof(oldSize, newSize, nodeReader(db))).map(digestHex);
}

/** Reads nodes of the tree for proofs. */
function nodeReader(db: Database): NodeReader {
  return async (nodes) => {
    const hashes = await readLedgerNodes(db, nodes);
    return hashes.map((hash, place) => {
      if (hash !== null) return hash;
      const { level, index } = nodes[place]!;
      throw new LedgerError(
        'LEDGER_INCOMPLETE',
        `Node ${index} of level ${level} is missing from the ledger's tables. Verify the ledger and restore a backup.`,
      );
    });
  };
}

async function lockState(transaction: Database): Promise<TreeState> {
  const row = await transaction
    .selectFrom('ledger_state')
    .select(['size', 'frontier'])
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) {
    throw new LedgerError(
      'LEDGER_INCOMPLETE',
      'The state of the ledger is missing from the database; nothing was changed. Restore a backup.',
    );
  }
  return stateOf(row);
}

function stateOf(row: { readonly size: number; readonly frontier: readonly string[] }): TreeState {
  return { size: row.size, frontier: row.frontier.map(digestBytes) };
}

function entryOf(row: { index: number; entry: string; leaf_hash: Uint8Array }): StoredLedgerEntry {
  return {
    index: row.index,
    entry: LedgerEntry.parse(JSON.parse(row.entry)),
    leafHash: digestHex(row.leaf_hash),
  };
}
