import type { Identifier } from '@amaan/contracts/identifier';
import { dueUnmaskingEnd } from '@amaan/governance/redaction/unmasking-standing';
import type { Database } from '@amaan/store/open-database';
import { getUnmasking, listOpenUnmaskings, lockUnmasking } from '@amaan/store/redaction/unmaskings';
import type { Logger } from 'pino';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { RepeatedJob } from '../repeated-job.ts';
import { endInLedger, UNMASKING_UPKEEP } from './end-unmasking.ts';
import type { UnmaskingChanges } from './unmasking-changes.ts';

export interface UnmaskingUpkeepOptions {
  readonly db: Database;
  readonly changes: UnmaskingChanges;
  readonly now: () => number;
  readonly logger: Logger;
}

const LOOK_MS = 5_000;

/**
 * Ends what is due: un-maskings whose time is over, that nobody decided on, or whose case was closed. Nothing waits for
 * it to be refused; it writes down the end and stops what is still being sent.
 */
export class UnmaskingUpkeep implements AsyncDisposable {
  readonly #options: UnmaskingUpkeepOptions;
  readonly #job: RepeatedJob;

  constructor(options: UnmaskingUpkeepOptions) {
    this.#options = options;
    this.#job = new RepeatedJob({
      work: () => this.#look(),
      everyMs: LOOK_MS,
      failure: 'un-maskings that are over were not all ended; tried again in seconds',
      logger: options.logger,
    });
  }

  start(): void {
    this.#job.start();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#job[Symbol.asyncDispose]();
  }

  /** One look, which nobody waits for. */
  look(): void {
    this.#job.look();
  }

  /** One look. Looks run one after the other. */
  run(): Promise<void> {
    return this.#job.run();
  }

  async #look(): Promise<void> {
    const { db, changes, now } = this.#options;
    const ended: Identifier[] = [];
    for (const { id, facts } of await listOpenUnmaskings(db, null, now()))
      if (dueUnmaskingEnd(facts, now()) !== null && (await this.#end(id))) ended.push(id);
    if (ended.length > 0) changes.changed(ended);
  }

  /** @returns whether it was this that ended it */
  #end(id: Identifier): Promise<boolean> {
    const { db, now } = this.#options;
    return changeInLedger(db, async (tx) => {
      await lockUnmasking(tx, id);
      const stored = await getUnmasking(tx, id, 'all', now());
      // Somebody may have decided meanwhile.
      const kind = stored === null ? null : dueUnmaskingEnd(stored.facts, now());
      if (stored === null || kind === null) return { result: false, entries: [] };
      const entry = await endInLedger(tx, stored, { kind, at: now(), by: UNMASKING_UPKEEP });
      return { result: true, entries: [entry] };
    });
  }
}
