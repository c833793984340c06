import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { AmaanError } from '@amaan/contracts/problem';
import type { Database } from '@amaan/store/open-database';
import {
  type EndedItem,
  endBulkCancel,
  endItems,
  listRunningBulkCancels,
  listWaitingItems,
  lockBulkCancel,
  readBulkProgress,
  type StoredBulkCancel,
} from '@amaan/store/violations/bulk-cancels';
import type { Logger } from 'pino';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { RepeatedJob } from '../../repeated-job.ts';
import type { ChallanService } from '../issue/challan-service.ts';

export interface BulkCancelJobOptions {
  readonly db: Database;
  readonly challans: Pick<ChallanService, 'changeIn'>;
  /** Called after each batch: contests are overtaken, money goes back. */
  readonly onChanged: () => void;
  readonly now: () => number;
  readonly logger: Logger;
}

const LOOK_MS = 60_000;
/** Challans in one transaction: short enough that nobody waits for the ledger's lock. */
const BATCH = 50;

/**
 * Does what was approved, some challans at a time. Each batch, its ledger entries and what it notes of each challan are one
 * transaction: after a restart it goes on where it was, and no challan is cancelled twice.
 */
export class BulkCancelJob implements AsyncDisposable {
  readonly #options: BulkCancelJobOptions;
  readonly #job: RepeatedJob;
  #isStopped = false;

  constructor(options: BulkCancelJobOptions) {
    this.#options = options;
    this.#job = new RepeatedJob({
      work: () => this.#work(),
      everyMs: LOOK_MS,
      failure: 'a bulk cancellation did not go on; it is tried again',
      logger: options.logger,
    });
  }

  start(): void {
    this.#job.start();
  }

  /** Begins soon. */
  look(): void {
    this.#job.look();
  }

  /** Everything that waits, that whoever asks can wait for. */
  run(): Promise<void> {
    return this.#job.run();
  }

  /** Ends after the batch that is under way. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopped = true;
    await this.#job[Symbol.asyncDispose]();
  }

  async #work(): Promise<void> {
    const { db } = this.#options;
    for (const { id } of await listRunningBulkCancels(db))
      while (!this.#isStopped && (await this.#step(id))) this.#options.onChanged();
  }

  /** Cancels one batch, or says that all is done. @returns whether there may be more */
  #step(id: Identifier): Promise<boolean> {
    return changeInLedger(this.#options.db, async (tx) => {
      // Locked, so that two servers take turns instead of working on the same batch.
      const bulk = await lockBulkCancel(tx, id);
      if (bulk?.state !== 'running') return { result: false, entries: [] };
      const batch = await listWaitingItems(tx, id, BATCH);
      if (batch.length === 0) return { result: false, entries: [await this.#endIn(tx, id)] };
      const entries: LedgerEntry[] = [];
      const ended: EndedItem[] = [];
      for (const { challanId, held } of batch) {
        const entry = await this.#cancelIn(tx, bulk, challanId);
        if (entry !== null) entries.push(entry);
        ended.push({
          ...{ challanId, state: entry === null ? 'skipped' : 'cancelled' },
          refundAmount: entry === null ? 0 : held,
        });
      }
      await endItems(tx, id, ended);
      return { result: true, entries };
    });
  }

  /** @returns its ledger entry, or null: it was cancelled or lapsed by itself since it was approved */
  async #cancelIn(tx: Database, bulk: StoredBulkCancel, challanId: Identifier): Promise<LedgerEntry | null> {
    try {
      const { entry } = await this.#options.challans.changeIn(tx, challanId, {
        ...{ step: 'cancelled', cause: 'bulk', note: bulk.reason.en },
        // The person who approved it answers for it.
        by: { id: bulk.decidedBy ?? '', name: bulk.decidedByName ?? '' },
      });
      return { ...entry, data: { ...entry.data, bulkCancelId: bulk.id } };
    } catch (error) {
      if (error instanceof AmaanError && error.code === 'CHALLAN_STEP_REFUSED') return null;
      throw error;
    }
  }

  async #endIn(tx: Database, id: Identifier): Promise<LedgerEntry> {
    const at = this.#options.now();
    await endBulkCancel(tx, id, instantOf(at));
    const data = { ...(await readBulkProgress(tx, id)) };
    const subject = `bulk-cancel:${id}`;
    return ledgerEntry({ kind: 'bulk-cancel.done', at, actor: 'system:server', subject, data });
  }
}
