import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AmaanError } from '@amaan/contracts/problem';
import {
  formatVerifierKey,
  type NoteVerifier,
  parseVerifierKey,
  verifierOf,
} from '@amaan/ledger/signed-note';
import type { LedgerVerdict } from '@amaan/ledger/verify-ledger';
import { CheckpointFile } from '@amaan/store/checkpoint-file';
import { EmbeddedPostgres } from '@amaan/store/embedded-postgres';
import { readOrCreateSigningKey } from '@amaan/store/key-file';
import { type Database, openDatabase } from '@amaan/store/open-database';
import { verifyStoredLedger } from '@amaan/store/verify-stored-ledger';
import { findRunningDeployment } from '../up/run-file.ts';

/**
 * Verifies the ledger of a data folder where it lies. The database is the running one, else it is started
 * for this and stopped again.
 * @throws AmaanError `LEDGER_MISSING` when there is no deployment in the folder.
 */
export async function verifyDataFolder(
  folder: string,
  vkey: string | undefined,
  checkpoints: readonly string[],
): Promise<LedgerVerdict & { readonly vkey: string }> {
  const keyFile = join(folder, 'keys', 'ledger.pem');
  if (!existsSync(keyFile)) {
    throw new AmaanError('LEDGER_MISSING', `There is no ledger in ${folder}: no deployment ever ran there.`);
  }
  await using stack = new AsyncDisposableStack();
  const running = await findRunningDeployment(folder);
  const url =
    running?.databaseUrl ??
    process.env.DATABASE_URL ??
    stack.use(await EmbeddedPostgres.start({ folder: join(folder, 'postgres') })).url;
  const db = openDatabase(url);
  stack.defer(() => db.destroy());
  const verifier = vkey === undefined ? await ownVerifier(db, keyFile) : parseVerifierKey(vkey);
  const kept = await new CheckpointFile(join(folder, 'ledger', 'checkpoints.txt')).read();
  const verdict = await verifyStoredLedger(db, verifier, [...new Set([...kept, ...checkpoints])]);
  return { ...verdict, vkey: formatVerifierKey(verifier) };
}

/** The deployment's own key lies in a file, out of reach of whoever changed the database. */
async function ownVerifier(db: Database, keyFile: string): Promise<NoteVerifier> {
  const { id } = await db.selectFrom('deployment').select('id').executeTakeFirstOrThrow();
  return verifierOf({ name: id, privateKey: await readOrCreateSigningKey(keyFile) });
}
