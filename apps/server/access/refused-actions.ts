import type { Logger } from 'pino';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { Action } from './actions.ts';
import type { Decision, Principal } from './decide.ts';
import type { RefusedProofsOptions } from './refused-proofs.ts';

export interface RefusedActionsOptions extends RefusedProofsOptions {
  readonly logger: Logger;
}

/** What is about people's faces. */
const WATCHED = /^(watchlist|face|face-[a-z]+)\./;
/** Somebody who tries the same again and again is on record once in so long. */
const ONCE_IN_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/**
 * Puts on record who reached for people's faces without being allowed to by their role: a session in the wrong hands is
 * noticed by what it tries. What is asked of everybody first, as a purpose or a fresh proof, is no such thing.
 */
export class RefusedActions {
  readonly #options: RefusedActionsOptions;
  /** When each was recorded last, oldest first. */
  readonly #recorded = new Map<string, number>();

  constructor(options: RefusedActionsOptions) {
    this.#options = options;
  }

  /** The refusal stands whether or not it could be recorded. */
  async record(
    { id, role }: Pick<Principal, 'id' | 'role'>,
    action: Action,
    { code, policies }: Extract<Decision, { allowed: false }>,
  ): Promise<void> {
    if (code !== 'ACTION_FORBIDDEN' || !WATCHED.test(action)) return;
    const { db, now, logger } = this.#options;
    const key = `${id} ${role} ${action}`;
    if (now() - (this.#recorded.get(key) ?? Number.NEGATIVE_INFINITY) < ONCE_IN_MS) return;
    this.#remember(key, now());
    const entry = ledgerEntry({
      kind: 'access.refused',
      at: now(),
      actor: `user:${id}`,
      subject: `action:${action}`,
      data: { role, policies: [...policies] },
    });
    try {
      await changeInLedger(db, async () => ({ result: undefined, entries: [entry] }));
    } catch (error) {
      this.#recorded.delete(key);
      logger.error({ err: error }, 'a refused action was not put on record');
    }
  }

  #remember(key: string, at: number): void {
    this.#recorded.delete(key);
    this.#recorded.set(key, at);
    const [oldest] = this.#recorded.keys();
    if (this.#recorded.size > MOST_REMEMBERED) this.#recorded.delete(oldest!);
  }
}
