import { parseVerifierKey } from '@amaan/ledger/signed-note';
import { CheckpointFile } from '@amaan/store/checkpoint-file';
import type { Database } from '@amaan/store/open-database';
import { verifyStoredLedger } from '@amaan/store/verify-stored-ledger';
import type { CheckpointService } from './checkpoint-service.ts';
import type { LedgerSelfCheckOptions } from './ledger-self-check.ts';
import { verifyInThread } from './verify-in-thread.ts';

/** How a deployment verifies its ledger: on a thread of its own, or right here where the database is in the process. */
export function ledgerVerification(options: {
  readonly db: Database;
  readonly databaseUrl: string | undefined;
  readonly checkpoints: Pick<CheckpointService, 'vkey' | 'path'>;
}): LedgerSelfCheckOptions['verify'] {
  const { db, databaseUrl, checkpoints } = options;
  const { vkey, path: checkpointFile } = checkpoints;
  if (databaseUrl === undefined)
    return async (from) =>
      verifyStoredLedger(db, parseVerifierKey(vkey), await new CheckpointFile(checkpointFile).read(), from);
  return (from, signal) => verifyInThread({ databaseUrl, vkey, checkpointFile, from }, signal);
}
