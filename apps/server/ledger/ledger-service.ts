import type { LedgerHead, LedgerPage, LedgerProof } from '@amaan/contracts/api/ledger-view';
import {
  getLedgerEntry,
  listLedgerEntries,
  proveInclusion,
  readLedgerHead,
  readLedgerRoot,
} from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { NotFoundError } from '../http/http-errors.ts';
import type { CheckpointService } from './checkpoint-service.ts';

export interface LedgerServiceOptions {
  readonly db: Database;
  readonly checkpoints: Pick<CheckpointService, 'newest' | 'sign' | 'vkey'>;
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
    const [head, newest] = [await readLedgerHead(this.#db), await this.#checkpoints.newest()];
    return { ...head, checkpoint: newest?.note ?? null, vkey: this.#checkpoints.vkey };
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
    const newest = await this.#checkpoints.newest();
    const checkpoint = newest !== null && newest.size > index ? newest : await this.#checkpoints.sign();
    if (checkpoint === null) throw new NotFoundError('ledger entry');
    const { size, note } = checkpoint;
    return {
      index,
      size,
      leafHash: stored.leafHash,
      root: await readLedgerRoot(this.#db, size),
      path: await proveInclusion(this.#db, index, size),
      checkpoint: note,
    };
  }

  /** PROVISIONAL */
  async *exportLines(): AsyncGenerator<string> {
    const { entries } = await this.page(undefined, 500);
    for (const entry of entries) yield `${JSON.stringify(entry)}\n`;
  }
}
