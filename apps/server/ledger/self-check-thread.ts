import { parentPort, workerData } from 'node:worker_threads';
import { parseVerifierKey } from '@amaan/ledger/signed-note';
import { CheckpointFile } from '@amaan/store/checkpoint-file';
import { openDatabase } from '@amaan/store/open-database';
import { verifyStoredLedger } from '@amaan/store/verify-stored-ledger';

/** What the thread is started with. */
export interface SelfCheckOrder {
  readonly databaseUrl: string;
  readonly vkey: string;
  readonly checkpointFile: string;
  readonly from: number;
}

// The body of a thread of its own: hashing a long ledger would hold up everybody's requests for minutes.

const { databaseUrl, vkey, checkpointFile, from } = workerData as SelfCheckOrder;
const db = openDatabase(databaseUrl, { onConnectionError: () => undefined });
try {
  const outside = await new CheckpointFile(checkpointFile).read();
  parentPort?.postMessage(await verifyStoredLedger(db, parseVerifierKey(vkey), outside, from));
} finally {
  await db.destroy();
}
