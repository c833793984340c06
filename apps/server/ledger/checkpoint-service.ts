import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { formatVerifierKey, type NoteSigner, verifierOf } from '@amaan/ledger/signed-note';
import { CheckpointFile } from '@amaan/store/checkpoint-file';
import { latestCheckpoint, writeCheckpoint } from '@amaan/store/ledger-checkpoints';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import { OneAtATime } from '../one-at-a-time.ts';

const INTERVAL_MS = 10_000;

export interface CheckpointServiceOptions {
  readonly db: Database;
  /** Ed25519. */
  readonly key: KeyObject;
  /** Identity of the ledger. */
  readonly origin: string;
  /** Every checkpoint is also appended to `<dataDir>/ledger/checkpoints.txt`, outside the database. */
  readonly dataDir: string;
  readonly logger: Logger;
}

/** Signs the ledger's head while it grows, so that nobody can rewrite it later without being found out. */
export class CheckpointService implements AsyncDisposable {
  /** Identity of the ledger; the name of its key. */
  readonly origin: string;
  /** The verifier key that checkpoints are checked against (C2SP signed-note). */
  readonly vkey: string;
  /** The file outside the database. */
  readonly path: string;
  readonly #db: Database;
  readonly #signer: NoteSigner;
  readonly #file: CheckpointFile;
  readonly #logger: Logger;
  /** Heads are signed one after the other, whoever asks for it. */
  readonly #line = new OneAtATime();
  #timer: NodeJS.Timeout | undefined;

  constructor({ db, key, origin, dataDir, logger }: CheckpointServiceOptions) {
    this.#db = db;
    this.#signer = { name: origin, privateKey: key };
    this.path = join(dataDir, 'ledger/checkpoints.txt');
    this.#file = new CheckpointFile(this.path);
    this.#logger = logger;
    this.origin = origin;
    this.vkey = formatVerifierKey(verifierOf(this.#signer));
  }

  /** From now on signs every ten seconds if the ledger has grown, and once more when disposed of. */
  start(): void {
    this.#timer = setInterval(() => void this.#signOrLog(), INTERVAL_MS);
    this.#timer.unref();
  }

  /** The newest signed checkpoint, or null before the first. */
  newest(): Promise<string | null> {
    return latestCheckpoint(this.#db);
  }

  /**
   * Signs the head if it has grown since the newest checkpoint.
   * @throws LedgerError `LEDGER_REWRITTEN` when it does not continue what was signed before
   */
  async sign(): Promise<void> {
    await this.#line.run(() => writeCheckpoint(this.#db, this.#signer, this.#file));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    await this.#signOrLog();
  }

  async #signOrLog(): Promise<void> {
    try {
      await this.sign();
    } catch (error) {
      this.#logger.error({ err: error }, 'the ledger’s head was not signed');
    }
  }
}
