import { type Checkpoint, openCheckpoint, signCheckpoint } from '@amaan/ledger/checkpoint';
import { verifyConsistency } from '@amaan/ledger/consistency-proof';
import { type NoteSigner, verifierOf } from '@amaan/ledger/signed-note';
import type { CheckpointFile } from './checkpoint-file.ts';
import { digestBytes } from './digest-column.ts';
import { LedgerError, proveConsistency, readLedgerHead } from './ledger-store.ts';
import type { Database } from './open-database.ts';

/** All signed checkpoints in the database, by size. */
export async function listCheckpoints(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('ledger_checkpoint').select('note').orderBy('size').execute();
  return rows.map(({ note }) => note);
}

/** The newest signed checkpoint, or null before the first. */
export async function latestCheckpoint(db: Database): Promise<string | null> {
  const row = await db
    .selectFrom('ledger_checkpoint')
    .select('note')
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.note ?? null;
}

/**
 * Signs the ledger as it is, when it has grown since the last checkpoint, and keeps the signed note in the
 * database and in the file outside it. It signs only what provably grew out of the last checkpoint in both,
 * so that the key never vouches for two histories.
 *
 * One process calls it, now and then.
 *
 * @returns the new checkpoint, or null when there is nothing new to sign
 * @throws LedgerError `LEDGER_REWRITTEN` when the ledger does not continue what was signed before
 * @throws NoteError when a checkpoint kept before is damaged
 */
export async function writeCheckpoint(
  db: Database,
  signer: NoteSigner,
  file: CheckpointFile,
): Promise<string | null> {
  const verifier = verifierOf(signer);
  const kept = await file.read();
  const stored = await latestCheckpoint(db);
  // The process died between the two places: the file catches up first.
  if (stored !== null && !kept.includes(stored)) await file.append(stored);
  const before = [stored, kept.at(-1)]
    .filter((note) => note !== null && note !== undefined)
    .map((note) => openCheckpoint(note, verifier));

  const head = await readLedgerHead(db);
  const root = digestBytes(head.root);
  for (const checkpoint of before) await requireContinued(db, checkpoint, { size: head.size, root });
  const signed = Math.max(0, ...before.map(({ size }) => size));
  if (head.size === signed) return null;

  const note = signCheckpoint({ size: head.size, root }, signer);
  await db.insertInto('ledger_checkpoint').values({ size: head.size, note }).execute();
  await file.append(note);
  return note;
}

async function requireContinued(
  db: Database,
  signed: Checkpoint,
  head: { readonly size: number; readonly root: Uint8Array },
): Promise<void> {
  if (signed.size <= head.size) {
    const proof = (await proveConsistency(db, signed.size, head.size)).map(digestBytes);
    if (verifyConsistency(signed.size, signed.root, head.size, head.root, proof)) return;
  }
  throw new LedgerError(
    'LEDGER_REWRITTEN',
    `The ledger in the database (${head.size} entries) does not continue what was signed for ${signed.size} entries: it was changed or an old backup was restored. No checkpoint was signed. Verify the ledger.`,
  );
}
