import type { LiveUpdate } from '@amaan/contracts/live-update';
import { incidentsMark } from '@amaan/store/incidents';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';

/** How soon people who have the console open hear of a new incident. */
const FOLLOW_MS = 2_000;

export interface IncidentFollowerOptions {
  readonly db: Database;
  readonly publish: (update: LiveUpdate) => void;
  /** Whether anybody listens. */
  readonly isHeard: () => boolean;
  readonly logger: Logger;
}

/**
 * Tells consoles that incidents were opened or closed. It looks at the database, so that it hears of those too
 * that another process opened, and of none whose transaction was rolled back.
 */
export class IncidentFollower implements Disposable {
  readonly #options: IncidentFollowerOptions;
  readonly #timer: NodeJS.Timeout;
  #mark: string | null = null;

  constructor(options: IncidentFollowerOptions) {
    this.#options = options;
    this.#timer = setInterval(() => {
      if (!options.isHeard()) return;
      this.follow().catch((error: unknown) => {
        options.logger.warn({ err: error }, 'incidents could not be followed; tried again soon');
      });
    }, FOLLOW_MS);
    this.#timer.unref();
  }

  /** Looks whether anything changed since it looked before, and tells of it. */
  async follow(): Promise<void> {
    const mark = await incidentsMark(this.#options.db);
    // Who connects after a pause reads the present state anyway, so telling once too often does no harm.
    if (mark !== this.#mark) this.#options.publish({ type: 'incidents-changed' });
    this.#mark = mark;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
