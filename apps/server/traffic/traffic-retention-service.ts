import { instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import {
  dropTrafficDay,
  insertTrafficRetentionRun,
  lastTrafficRetentionRun,
  oldTrafficDays,
} from '@amaan/store/traffic/traffic-retention';
import type { Logger } from 'pino';
import { DAY_MS, DailyJob } from '../daily-job.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** Minutes are for the last weeks; what is asked of longer ago, hours and days answer. */
export const MINUTES_KEPT_DAYS = 90;
export const HOURS_KEPT_DAYS = 5 * 366;

export interface TrafficRetentionOptions {
  readonly db: Database;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Deletes days of minutes and of hours whose time is over, each as a whole and with its ledger entry. Runs once a day. */
export class TrafficRetentionService implements AsyncDisposable {
  readonly #options: TrafficRetentionOptions;
  readonly #job: DailyJob;

  constructor(options: TrafficRetentionOptions) {
    this.#options = options;
    const { db, now, logger } = options;
    this.#job = new DailyJob({
      last: async () => {
        const startedAt = await lastTrafficRetentionRun(db);
        return startedAt === null ? null : { startedAt };
      },
      run: async () => {
        await this.run();
      },
      failure: 'old figures of lanes were not deleted; tried again in an hour',
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

  /** Deletes what is due now. @returns the days that went, as their tables are named */
  async run(): Promise<string[]> {
    const { db, now, logger } = this.#options;
    const minutesBefore = instantOf(now() - MINUTES_KEPT_DAYS * DAY_MS);
    const hoursBefore = instantOf(now() - HOURS_KEPT_DAYS * DAY_MS);
    const due = [
      ...(await oldTrafficDays(db, 'lane_minute', minutesBefore)),
      ...(await oldTrafficDays(db, 'lane_hour', hoursBefore)),
    ];
    const dropped: string[] = [];
    for (const table of due) {
      if (this.#job.isStopped) break;
      await changeInLedger(db, async (tx) => {
        await dropTrafficDay(tx, table);
        return { result: undefined, entries: [this.#entry('traffic-figures.deleted', { table })] };
      });
      dropped.push(table);
    }
    await changeInLedger(db, async (tx) => {
      await insertTrafficRetentionRun(tx, { at: instantOf(now()), minutesBefore, hoursBefore, dropped });
      const data = { minutesBefore, hoursBefore, dropped: dropped.length };
      return { result: undefined, entries: [this.#entry('traffic-retention.run', data)] };
    });
    logger.info({ dropped }, 'old figures of lanes were deleted');
    return dropped;
  }

  #entry(kind: string, data: Record<string, string | number>) {
    const { now } = this.#options;
    return ledgerEntry({ kind, at: now(), actor: 'system:retention', subject: 'retention:traffic', data });
  }
}
