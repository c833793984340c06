import type { LedgerCheck, LedgerHead, LedgerPage, LedgerProof } from '@amaan/contracts/api/ledger-view';
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
import type { LedgerSelfCheck } from './ledger-self-check.ts';

export interface LedgerServiceOptions {
  readonly db: Database;
  readonly checkpoints: Pick<CheckpointService, 'newest' | 'sign' | 'origin' | 'vkey'>;
  readonly selfCheck: Pick<LedgerSelfCheck, 'newest' | 'list'>;
}

/** The ledger as people and auditors read it. */
export class LedgerService {
  readonly #db: Database;
  readonly #checkpoints: LedgerServiceOptions['checkpoints'];

  readonly #selfCheck: LedgerServiceOptions['selfCheck'];

  constructor({ db, checkpoints, selfCheck }: LedgerServiceOptions) {
    this.#selfCheck = selfCheck;
    this.#db = db;
    this.#checkpoints = checkpoints;
  }

  /** The verifier key that checkpoints are checked against (C2SP signed-note). */
  get vkey(): string {
    return this.#checkpoints.vkey;
  }

  async head(): Promise<LedgerHead> {
    const { size, root } = await readLedgerHead(this.#db);
    const check = await this.#selfCheck.newest();
    return { size, root, checkpoint: await this.#checkpoints.newest(), vkey: this.#checkpoints.vkey, check };
  }

  /** What the platform found each time that it verified its own ledger, the newest first. */
  checks(limit: number): Promise<LedgerCheck[]> {
    return this.#selfCheck.list(limit);
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
    const checkpoint = await this.checkpointOver(index);
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

  /**
   * The newest checkpoint that commits to an entry, signed now if need be.
   * @throws NotFoundError `LEDGER_ENTRY_NOT_FOUND` when the ledger is empty
   */
  async checkpointOver(index: number): Promise<string> {
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
