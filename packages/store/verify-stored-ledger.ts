import { openCheckpoint } from '@amaan/ledger/checkpoint';
import { inOrderOfEntries, type LedgerFault } from '@amaan/ledger/ledger-fault';
import { EMPTY_ROOT } from '@amaan/ledger/merkle-tree';
import { NoteError, type NoteVerifier } from '@amaan/ledger/signed-note';
import { frontierNodes, type TreeState } from '@amaan/ledger/tree-storage';
import { type LedgerVerdict, verifyLedger } from '@amaan/ledger/verify-ledger';
import { sql } from 'kysely';
import { digestBytes } from './digest-column.ts';
import { readLedgerNodes, streamLedgerRecords } from './ledger-records.ts';
import type { Database } from './open-database.ts';

/**
 * Verifies everything that the database holds of the ledger, as it was at one moment, while writers go on:
 * each entry, each node, the state, the checkpoints, and the columns that entries are found by.
 *
 * @param verifier the ledger's key, from outside the database
 * @param outside checkpoints kept outside the database (`CheckpointFile`): without them a ledger whose end
 *   was cut off together with its checkpoints looks whole
 * @param from verifies only what came after this many entries, which an earlier check vouches for: their tree
 *   is taken from the stored nodes and compared with the checkpoint that was signed for it, and the entries
 *   themselves are not read again. 0 or left out: everything
 */
export async function verifyStoredLedger(
  db: Database,
  verifier: NoteVerifier,
  outside: readonly string[],
  from = 0,
): Promise<LedgerVerdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((snapshot) => verifySnapshot(snapshot, verifier, outside, from));
}

async function verifySnapshot(
  snapshot: Database,
  verifier: NoteVerifier,
  outside: readonly string[],
  from: number,
): Promise<LedgerVerdict> {
  const checkpoints = await snapshot
    .selectFrom('ledger_checkpoint')
    .selectAll()
    .where('size', '>=', from)
    .orderBy('size')
    .execute();
  const later = outside.filter((note) => statedSize(note) >= from);
  const state = await readState(snapshot);
  const before = from === 0 ? null : await readEarlierTree(snapshot, from);
  if (from > 0 && before === null) return { ...NOTHING, faults: [missingTree(from)] };
  const verdict = await verifyLedger({
    records: streamLedgerRecords(snapshot, from === 0 ? undefined : from),
    checkpoints: [...new Set([...checkpoints.map(({ note }) => note), ...later])],
    verifier,
    nodes: (nodes) => readLedgerNodes(snapshot, nodes),
    ...(before !== null && { from: before }),
    ...(state !== null && { state }),
  });
  const faults = [...verdict.faults, ...checkpointFaults(checkpoints, later, verifier)];
  if (state === null)
    faults.push(fault('LEDGER_STATE_MISMATCH', null, 'The state of the ledger is missing.'));
  // What follows presumes entries that are whole.
  if (faults.length === 0) faults.push(...(await columnFaults(snapshot, from)));
  if (faults.length === 0 && from === 0) faults.push(...(await surplusNodes(snapshot, verdict.size)));
  return { ...verdict, faults: inOrderOfEntries(faults) };
}

const NOTHING = { size: 0, root: EMPTY_ROOT, signedSize: 0 };

/** The size that a checkpoint states, before its signature is looked at; a note that states none counts. */
function statedSize(note: string): number {
  const size = Number(note.split('\n', 2)[1]);
  return Number.isNaN(size) ? Number.POSITIVE_INFINITY : size;
}

/** The tree over the first entries, from stored nodes; null when one of them is missing. */
async function readEarlierTree(db: Database, size: number): Promise<TreeState | null> {
  const frontier = await readLedgerNodes(db, frontierNodes(size));
  const whole = frontier.filter((hash) => hash !== null);
  return whole.length === frontier.length ? { size, frontier: whole } : null;
}

function missingTree(from: number): LedgerFault {
  return fault(
    'LEDGER_NODE_MISMATCH',
    [0, from - 1],
    `Nodes over the first ${from} entries, which were verified before, are missing.`,
  );
}

async function readState(db: Database): Promise<TreeState | null> {
  const row = await db.selectFrom('ledger_state').select(['size', 'frontier']).executeTakeFirst();
  return row === undefined ? null : { size: row.size, frontier: row.frontier.map(digestBytes) };
}

/** What signatures do not say: a checkpoint filed under another size, or taken out of the database. */
function checkpointFaults(
  stored: readonly { readonly size: number; readonly note: string }[],
  outside: readonly string[],
  verifier: NoteVerifier,
): LedgerFault[] {
  const inDatabase = new Set(stored.map(({ note }) => note));
  const misfiled = stored.filter(({ size, note }) => {
    const signed = signedSize(note, verifier);
    return signed !== null && signed !== size;
  });
  const missing = outside.map((note) => ({ note, size: signedSize(note, verifier) }));
  return [
    ...misfiled.map(({ size }) =>
      invalid(`The checkpoint stored for ${size} entries was signed for another size.`),
    ),
    ...missing
      .filter(({ note, size }) => size !== null && !inDatabase.has(note))
      .map(({ size }) => invalid(`The checkpoint for ${size} entries is missing from the database.`)),
  ];
}

/** The size that a note was signed for; null when it is no valid one, which `verifyLedger` reports. */
function signedSize(note: string, verifier: NoteVerifier): number | null {
  try {
    return openCheckpoint(note, verifier).size;
  } catch (error) {
    if (error instanceof NoteError) return null;
    throw error;
  }
}

async function columnFaults(db: Database, from: number): Promise<LedgerFault[]> {
  const { rows } = await sql<{ index: number }>`
    SELECT index FROM ledger_entry
    WHERE index >= ${from} AND (kind, subject, at) IS DISTINCT FROM
      (entry::jsonb ->> 'kind', entry::jsonb ->> 'subject', entry::jsonb ->> 'at')
    ORDER BY index LIMIT 1`.execute(db);
  return rows.map(({ index }) =>
    fault(
      'LEDGER_LEAF_MISMATCH',
      [index, index],
      `Entry ${index} is filed under another kind, subject or time than its text has.`,
    ),
  );
}

/** Nodes that stand for entries which do not exist. */
async function surplusNodes(db: Database, size: number): Promise<LedgerFault[]> {
  const { rows } = await sql<{ level: number; index: number }>`
    SELECT level, index FROM ledger_node
    WHERE index < 0 OR (index + 1) * power(2::numeric, level) > ${size}
    ORDER BY level, index LIMIT 1`.execute(db);
  return rows.map(({ level, index }) =>
    fault(
      'LEDGER_NODE_MISMATCH',
      null,
      `Node ${index} of level ${level} stands for entries that do not exist.`,
    ),
  );
}

function invalid(message: string): LedgerFault {
  return fault('LEDGER_CHECKPOINT_INVALID', null, message);
}

function fault(code: LedgerFault['code'], entries: LedgerFault['entries'], message: string): LedgerFault {
  return { code, entries, message };
}
