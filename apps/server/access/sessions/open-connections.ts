import { instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import { livingSessions } from '@amaan/store/sessions';
import type { Logger } from 'pino';

/** How long a connection outlives a session that ended somewhere else: in another process, or by itself. */
const CHECK_MS = 10_000;

export interface OpenConnectionsOptions {
  readonly db: Database;
  readonly logger: Logger;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/**
 * The connections that stay open after their request was let in: live updates and live pictures. They end
 * with their session, at once when it ends in this process and within seconds otherwise.
 */
export class OpenConnections implements Disposable {
  readonly #options: OpenConnectionsOptions;
  readonly #bySession = new Map<string, Set<() => void>>();
  readonly #timer: NodeJS.Timeout;

  constructor(options: OpenConnectionsOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.#checkOrLog(), CHECK_MS);
    this.#timer.unref();
  }

  /**
   * Ties a connection to the session that opened it.
   * @param sessionId null: a program's, which has no session
   * @param end ends the connection; called once at most
   * @returns to be called when the connection has ended by itself
   */
  hold(sessionId: string | null, end: () => void): () => void {
    if (sessionId === null) return () => {};
    const held = this.#bySession.get(sessionId) ?? new Set();
    this.#bySession.set(sessionId, held.add(end));
    return () => {
      held.delete(end);
      if (held.size === 0 && this.#bySession.get(sessionId) === held) this.#bySession.delete(sessionId);
    };
  }

  /** Ends the connections of sessions that have just ended. */
  endSessions(sessionIds: Iterable<string>): void {
    for (const sessionId of sessionIds) {
      const held = this.#bySession.get(sessionId);
      this.#bySession.delete(sessionId);
      for (const end of held ?? []) end();
    }
  }

  /** Ends what belongs to sessions that the database no longer knows, or whose account is shut. */
  async check(): Promise<void> {
    const held = [...this.#bySession.keys()];
    const living = await livingSessions(this.#options.db, held, instantOf(this.#options.now()));
    this.endSessions(held.filter((id) => !living.has(id)));
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  async #checkOrLog(): Promise<void> {
    try {
      await this.check();
    } catch (error) {
      this.#options.logger.error({ err: error }, 'open connections were not checked against their sessions');
    }
  }
}
