import type { KeyObject } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { instantOf } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import { openCheckpoint, signCheckpoint } from '@amaan/ledger/checkpoint';
import { verifyConsistency } from '@amaan/ledger/consistency-proof';
import { formatVerifierKey, type NoteSigner, verifierOf } from '@amaan/ledger/signed-note';
import { digestBytes } from '@amaan/store/digest-column';
import { proveConsistency, readLedgerHead } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';

const INTERVAL_MS = 10_000;

export interface CheckpointServiceOptions {
  readonly db: Database;
  /** Ed25519. */
  readonly key: KeyObject;
  /** Identity of the ledger. */
  readonly origin: string;
  /** Every checkpoint is also appended to `<dataDir>/ledger/checkpoints.txt`, outside the database. */
  readonly dataDir: string;
  readonly now: () => number;
  readonly logger: Logger;
}

/** A signed checkpoint and the number of entries that it commits to. */
export interface SignedCheckpoint {
  readonly size: number;
  readonly note: string;
}

/**
 * `LEDGER_FORKED`: the ledger no longer begins with what was signed before. Nothing more is signed, so that
 * the last checkpoint keeps standing against it.
 */
export class LedgerForkedError extends AmaanError {}

/** Signs the ledger's head while it grows, so that nobody can rewrite it later without being found out. */
export class CheckpointService implements AsyncDisposable {
  /** The verifier key that checkpoints are checked against (C2SP signed-note). */
  readonly vkey: string;
  readonly #options: CheckpointServiceOptions;
  readonly #signer: NoteSigner;
  #last: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: CheckpointServiceOptions) {
    this.#options = options;
    this.#signer = { name: options.origin, privateKey: options.key };
    this.vkey = formatVerifierKey(verifierOf(this.#signer));
  }

  /** From now on signs every ten seconds if the ledger has grown, and once more when disposed of. */
  start(): void {
    this.#timer = setInterval(() => void this.#signOrLog(), INTERVAL_MS);
    this.#timer.unref();
  }

  /** The newest checkpoint, or null before the first. */
  async newest(): Promise<SignedCheckpoint | null> {
    const row = await this.#options.db
      .selectFrom('ledger_checkpoint')
      .select(['size', 'note'])
      .orderBy('size', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ?? null;
  }

  /**
   * Signs the head if it has grown since the newest checkpoint.
   * @returns the newest checkpoint; null while the ledger is empty
   * @throws LedgerForkedError
   */
  async sign(): Promise<SignedCheckpoint | null> {
    const result = this.#last.then(() => this.#sign());
    this.#last = result.catch(() => undefined);
    return result;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    await this.#signOrLog();
  }

  async #sign(): Promise<SignedCheckpoint | null> {
    const { db, now } = this.#options;
    const [newest, head] = [await this.newest(), await readLedgerHead(db)];
    if (head.size === (newest?.size ?? 0)) return newest;
    if (newest !== null) await this.#assertGrownFrom(newest, head);
    const note = signCheckpoint({ size: head.size, root: digestBytes(head.root) }, this.#signer);
    // Another server of this deployment may have signed the same head.
    await db
      .insertInto('ledger_checkpoint')
      .values({ size: head.size, note, created_at: instantOf(now()) })
      .onConflict((conflict) => conflict.column('size').doNothing())
      .execute();
    await this.#keepOutside(note);
    return { size: head.size, note };
  }

  async #assertGrownFrom(
    newest: SignedCheckpoint,
    head: { readonly size: number; readonly root: string },
  ): Promise<void> {
    const signed = openCheckpoint(newest.note, verifierOf(this.#signer));
    const grown =
      head.size > signed.size &&
      verifyConsistency(
        signed.size,
        signed.root,
        head.size,
        digestBytes(head.root),
        (await proveConsistency(this.#options.db, signed.size, head.size)).map(digestBytes),
      );
    if (grown) return;
    throw new LedgerForkedError(
      'LEDGER_FORKED',
      `The ledger of ${head.size} entries does not begin with the ${signed.size} that were signed. No checkpoint is signed any more; run: amaan ledger verify`,
    );
  }

  async #keepOutside(note: string): Promise<void> {
    const folder = join(this.#options.dataDir, 'ledger');
    await mkdir(folder, { recursive: true });
    await appendFile(join(folder, 'checkpoints.txt'), `${note}\n`, { mode: 0o640 });
  }

  async #signOrLog(): Promise<void> {
    try {
      await this.sign();
    } catch (error) {
      this.#options.logger.error({ err: error }, 'the ledger’s head was not signed');
    }
  }
}
