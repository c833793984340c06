import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../../access/decide.ts';
import { HttpError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';

/** Of one account so often at most: whoever tries a thousand times writes no thousand entries. */
const EVERY_MS = 60_000;

/** Puts on record that somebody tried to search faces whom the policies do not let: a stolen session, for example. */
export class DeniedSearches {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #last = new Map<string, number>();

  constructor({ db, now }: { readonly db: Database; readonly now: () => number }) {
    this.#db = db;
    this.#now = now;
  }

  /** @param by null: nobody is signed in */
  async record(error: unknown, by: Principal | null): Promise<void> {
    if (!(error instanceof HttpError) || error.status !== 403 || by === null) return;
    const at = this.#now();
    for (const [id, then] of this.#last) if (at - then >= EVERY_MS) this.#last.delete(id);
    if (this.#last.has(by.id)) return;
    this.#last.set(by.id, at);
    const actor = `user:${by.id}`;
    const data = { code: error.code, role: by.role, policies: [...error.policies] };
    const entry = ledgerEntry({ kind: 'face-search.denied', at, actor, subject: actor, data });
    await changeInLedger(this.#db, async () => ({ result: undefined, entries: [entry] }));
  }
}
