import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Database } from '@amaan/store/open-database';
import {
  endBulkCancel,
  endItem,
  listRunningBulkCancels,
  listWaitingItems,
  lockBulkCancel,
  readBulkProgress,
  type StoredBulkCancel,
} from '@amaan/store/violations/bulk-cancels';
import { lockChallan } from '@amaan/store/violations/challans';
import { sumHeld } from '@amaan/store/violations/payments';
import type { Logger } from 'pino';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { RepeatedJob } from '../../repeated-job.ts';
import type { ChallanService } from '../issue/challan-service.ts';
import { cancellable } from './preview-of.ts';

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
    const { db, onChanged } = this.#options;
    for (const bulk of await listRunningBulkCancels(db))
      while (!this.#isStopped) {
        const batch = await listWaitingItems(db, bulk.id, BATCH);
        if (batch.length === 0) {
          await this.#end(bulk.id);
          break;
        }
        await changeInLedger(db, async (tx) => ({
          result: undefined,
          entries: await this.#cancelIn(tx, bulk, batch),
        }));
        onChanged();
      }
  }

  async #cancelIn(
    tx: Database,
    bulk: StoredBulkCancel,
    batch: readonly Identifier[],
  ): Promise<LedgerEntry[]> {
    const entries: LedgerEntry[] = [];
    for (const challanId of batch) {
      const challan = await lockChallan(tx, challanId);
      // Cancelled or lapsed by itself since it was approved: there is nothing to do.
      const isInForce = challan !== null && cancellable([{ ...challan, held: 0 }]).length > 0;
      const held = isInForce ? await sumHeld(tx, challanId) : 0;
      const isNew = await endItem(tx, bulk.id, challanId, {
        ...{ state: isInForce ? 'cancelled' : 'skipped', refundAmount: held },
      });
      if (!isNew || !isInForce) continue;
      const { entry } = await this.#options.challans.changeIn(tx, challanId, {
        step: 'cancelled',
        cause: 'bulk',
        note: bulk.reason.en,
        // The person who approved it answers for it.
        by: { id: bulk.decidedBy ?? '', name: bulk.decidedByName ?? '' },
      });
      entries.push({ ...entry, data: { ...(entry.data as Record<string, never>), bulkCancelId: bulk.id } });
    }
    return entries;
  }

  async #end(id: Identifier): Promise<void> {
    const { db, now } = this.#options;
    await changeInLedger(db, async (tx) => {
      const stored = await lockBulkCancel(tx, id);
      if (stored?.state !== 'running') return { result: undefined, entries: [] };
      await endBulkCancel(tx, id, instantOf(now()));
      const data = { ...(await readBulkProgress(tx, id)) };
      const subject = `bulk-cancel:${id}`;
      const entry = ledgerEntry({
        kind: 'bulk-cancel.done',
        at: now(),
        actor: 'system:server',
        subject,
        data,
      });
      return { result: undefined, entries: [entry] };
    });
  }
}
