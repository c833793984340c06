import type { Identifier } from '@amaan/contracts/identifier';
import { dueUnmaskingEnd } from '@amaan/governance/redaction/unmasking-standing';
import type { Database } from '@amaan/store/open-database';
import { getUnmasking, listOpenUnmaskings, lockUnmasking } from '@amaan/store/redaction/unmaskings';
import type { Logger } from 'pino';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
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
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(options: UnmaskingUpkeepOptions) {
    this.#options = options;
  }

  start(): void {
    this.look();
    this.#timer = setInterval(() => this.look(), LOOK_MS);
    this.#timer.unref();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#last;
  }

  /** One look, which nobody waits for. */
  look(): void {
    this.run().catch((error: unknown) => {
      this.#options.logger.error(
        { err: error },
        'un-maskings that are over were not all ended; tried again in seconds',
      );
    });
  }

  /** One look. Looks run one after the other. */
  run(): Promise<void> {
    const result = this.#last.then(() => this.#look());
    this.#last = result.catch(() => undefined);
    return result;
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
