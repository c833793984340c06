import type { Database } from '@amaan/store/open-database';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

export interface RefusedProofsOptions {
  readonly db: Database;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** Puts on record that somebody failed to prove who they are: never what they typed, and no address. */
export class RefusedProofs {
  readonly #options: RefusedProofsOptions;

  constructor(options: RefusedProofsOptions) {
    this.#options = options;
  }

  /**
   * @param userId whose account was meant; null: nobody's
   * @param what what was wrong, for example `password`
   */
  record(userId: string | null, what: string): Promise<void> {
    const { db, now } = this.#options;
    const entry = ledgerEntry({
      kind: 'session.refused',
      at: now(),
      actor: 'system:server',
      subject: userId === null ? 'user:unknown' : `user:${userId}`,
      data: { proof: what },
    });
    return changeInLedger(db, async () => ({ result: undefined, entries: [entry] }));
  }
}
