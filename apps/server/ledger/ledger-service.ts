import type { LedgerHead, LedgerPage, LedgerProof } from '@amaan/contracts/api/ledger-view';
import { openCheckpoint } from '@amaan/ledger/checkpoint';
import { writeLedgerExport } from '@amaan/ledger/ledger-export';
import { parseVerifierKey } from '@amaan/ledger/signed-note';
import { digestHex } from '@amaan/store/digest-column';
import { listCheckpoints } from '@amaan/store/ledger-checkpoints';
import { streamLedgerRecords } from '@amaan/store/ledger-records';
import { getLedgerEntry, listLedgerEntries, proveInclusion, readLedgerHead } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { NotFoundError } from '../http/http-errors.ts';
import type { CheckpointService } from './checkpoint-service.ts';

export interface LedgerServiceOptions {
  readonly db: Database;
  readonly checkpoints: Pick<CheckpointService, 'newest' | 'sign' | 'origin' | 'vkey'>;
}

/** The ledger as people and auditors read it. */
export class LedgerService {
  readonly #db: Database;
  readonly #checkpoints: LedgerServiceOptions['checkpoints'];

  constructor({ db, checkpoints }: LedgerServiceOptions) {
    this.#db = db;
    this.#checkpoints = checkpoints;
  }

  async head(): Promise<LedgerHead> {
    const { size, root } = await readLedgerHead(this.#db);
    return { size, root, checkpoint: await this.#checkpoints.newest(), vkey: this.#checkpoints.vkey };
  }

  /** Entries newest first, older than `before`. */
  async page(before: number | undefined, limit: number): Promise<LedgerPage> {
    const entries = await listLedgerEntries(this.#db, { limit, ...(before !== undefined && { before }) });
    const oldest = entries.at(-1)?.index ?? 0;
    return { entries, nextBefore: oldest === 0 ? null : oldest };
  }

  /**
   * Proves that an entry is in the ledger, under a checkpoint that is signed for it if need be.
   * @throws NotFoundError `LEDGER_ENTRY_NOT_FOUND`
   */
  async proof(index: number): Promise<LedgerProof> {
    const stored = await getLedgerEntry(this.#db, index);
    if (stored === null) throw new NotFoundError('ledger entry');
    const checkpoint = await this.#checkpointOver(index);
    const { size, root } = openCheckpoint(checkpoint, parseVerifierKey(this.#checkpoints.vkey));
    return {
      index,
      size,
      leafHash: stored.leafHash,
      root: digestHex(root),
      path: await proveInclusion(this.#db, index, size),
      checkpoint,
    };
  }

  /**
   * The whole ledger in the form that `amaan ledger verify` reads. Its head is signed first, so that the
   * file vouches for all entries that there were when it was asked for.
   */
  async *exportText(): AsyncGenerator<string, void, undefined> {
    await this.#checkpoints.sign();
    const { origin, vkey } = this.#checkpoints;
    const checkpoints = await listCheckpoints(this.#db);
    yield* writeLedgerExport({ origin, vkey }, checkpoints, streamLedgerRecords(this.#db));
  }

  /** The newest checkpoint that commits to an entry. */
  async #checkpointOver(index: number): Promise<string> {
    const verifier = parseVerifierKey(this.#checkpoints.vkey);
    const covers = (note: string | null) => note !== null && openCheckpoint(note, verifier).size > index;
    const newest = await this.#checkpoints.newest();
    if (newest !== null && covers(newest)) return newest;
    await this.#checkpoints.sign();
    const signed = await this.#checkpoints.newest();
    if (signed === null) throw new NotFoundError('ledger entry');
    return signed;
  }
}
