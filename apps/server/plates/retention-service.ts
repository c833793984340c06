import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { PlateRetention } from '@amaan/contracts/plates/plate-hold';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { type ColdSightings, hotDaysBefore, moveDay } from '@amaan/store/plates/cold-sightings';
import { forgetPlates } from '@amaan/store/plates/known-plates';
import {
  countOldReads,
  deleteOldReads,
  insertRetentionRun,
  lastRetentionRun,
  readsOfDay,
  withoutReference,
} from '@amaan/store/plates/plate-retention';
import type { Logger } from 'pino';
import { DAY_MS, DailyJob } from '../daily-job.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

export interface RetentionServiceOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'remove'>;
  readonly cold: ColdSightings | null;
  /** Days after which a read is deleted that raised no alert and that no case holds. */
  readonly days: number;
  /** Days that stay in the database; older ones move to files. */
  readonly hotDays: number;
  readonly now: () => number;
  readonly logger: Logger;
}

const BATCH = 1_000;

/** Deletes plate reads whose time is over, and moves past days to files. Runs once a day; each batch is in the ledger. */
export class RetentionService implements AsyncDisposable {
  readonly #options: RetentionServiceOptions;
  readonly #job: DailyJob;

  constructor(options: RetentionServiceOptions) {
    this.#options = options;
    const { db, now, logger } = options;
    this.#job = new DailyJob({
      last: () => lastRetentionRun(db),
      run: () => this.run(),
      failure: 'old plate reads were not deleted; tried again in an hour',
      now,
      logger,
    });
  }

  start(): void {
    this.#job.start();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#job[Symbol.asyncDispose]();
  }

  async view(): Promise<PlateRetention> {
    return { days: this.#options.days, last: await lastRetentionRun(this.#options.db) };
  }

  /** Deletes what is due now. A batch and its ledger entry are one transaction; a run may be cut off after any. */
  async run(): Promise<void> {
    const { db, days, now, logger } = this.#options;
    const startedAt = instantOf(now());
    const before = instantOf(now() - days * DAY_MS);
    let deleted = 0;
    let objects = 0;
    const touched = new Set<string>();
    for (let more = true; more && !this.#job.isStopped; ) {
      const batch = await changeInLedger(db, async (tx) => {
        const result = await deleteOldReads(tx, before, BATCH);
        const entry = ledgerEntry({
          kind: 'plate-reads.deleted',
          at: now(),
          actor: 'system:retention',
          subject: `retention:${newIdentifier()}`,
          data: { before, days, count: result.ids.length, idsDigest: digestOfJson(result.ids) },
        });
        return { result, entries: result.ids.length === 0 ? [] : [entry] };
      });
      more = batch.ids.length === BATCH;
      deleted += batch.ids.length;
      for (const day of batch.days) touched.add(day);
      objects += await this.#removeObjects(batch.objects);
    }
    const cold = await this.#cleanFiles(before, touched);
    await forgetPlates(db, before.slice(0, 10));
    await this.#moveOldDays();
    const kept = await countOldReads(db, before);
    const run = { startedAt, finishedAt: instantOf(now()), before, deleted, kept, objects, cold };
    await changeInLedger(db, async (tx) => {
      await insertRetentionRun(tx, run);
      const entry = ledgerEntry({
        kind: 'plate-retention.run',
        at: now(),
        actor: 'system:retention',
        subject: 'retention:plates',
        data: { before, days, deleted, kept, objects, cold },
      });
      return { result: undefined, entries: [entry] };
    });
    logger.info(run, 'old plate reads were deleted');
  }

  async #removeObjects(digests: readonly Digest[]): Promise<number> {
    const { db, objects } = this.#options;
    const orphans = await withoutReference(db, digests);
    for (const digest of orphans) await objects.remove(digest);
    return orphans.length;
  }

  /** Every file of a day that is over is compared with what is still there: also after a run that was cut off. */
  async #cleanFiles(before: string, touched: ReadonlySet<string>): Promise<number> {
    const { db, cold } = this.#options;
    if (cold === null) return 0;
    let removed = 0;
    for (const day of await cold.days())
      if (day <= before.slice(0, 10) || touched.has(day))
        removed += await cold.keepOnly(day, await readsOfDay(db, day));
    return removed;
  }

  async #moveOldDays(): Promise<void> {
    const { db, cold, hotDays, now, logger } = this.#options;
    if (cold === null) return;
    for (const day of await hotDaysBefore(db, instantOf(now() - hotDays * DAY_MS).slice(0, 10))) {
      const count = await moveDay(db, cold, day);
      logger.info({ day, count }, 'the sightings of a day moved to a file');
    }
  }
}
