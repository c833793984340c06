import { instantOf } from '@amaan/contracts/instant';
import { dropGapDays } from '@amaan/store/enforcement/evidence-gaps';
import { dropExpiredPassages } from '@amaan/store/enforcement/section-passages';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import { DAY_MS } from '../daily-job.ts';
import { RepeatedJob } from '../repeated-job.ts';

/** Vehicles that passed one end of a section are forgotten no later than this after their time. */
const LOOK_MS = 10_000;
/** Counts of what was not reported are kept for so many days. */
const GAP_DAYS = 400;

export interface EnforcementUpkeepOptions {
  readonly db: Database;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Forgets vehicles between two cameras once their time is over, and counts that are old. */
export class EnforcementUpkeep implements AsyncDisposable {
  readonly #job: RepeatedJob;
  #droppedOn = '';

  constructor({ db, now, logger }: EnforcementUpkeepOptions) {
    this.#job = new RepeatedJob({
      everyMs: LOOK_MS,
      failure: 'vehicles between two cameras were not all forgotten; tried again in some seconds',
      logger,
      work: async () => {
        await dropExpiredPassages(db, instantOf(now()));
        const today = instantOf(now()).slice(0, 10);
        if (today === this.#droppedOn) return;
        await dropGapDays(db, instantOf(now() - GAP_DAYS * DAY_MS));
        this.#droppedOn = today;
      },
    });
  }

  start(): void {
    this.#job.start();
  }

  run(): Promise<void> {
    return this.#job.run();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#job[Symbol.asyncDispose]();
  }
}
