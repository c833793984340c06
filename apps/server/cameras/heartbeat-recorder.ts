import type { Heartbeat } from '@amaan/contracts/worker-messages';
import type { Database } from '@amaan/store/open-database';
import { recordHeartbeat } from '@amaan/store/workers';
import type { Logger } from 'pino';

/**
 * Writes heartbeats to the database, for programs that do not listen to the bus. Only the newest of each
 * worker waits while one is being written.
 */
export class HeartbeatRecorder implements AsyncDisposable {
  readonly #db: Database;
  readonly #logger: Logger;
  readonly #waiting = new Map<string, Heartbeat>();
  #writing: Promise<void> | undefined;

  constructor(db: Database, logger: Logger) {
    this.#db = db;
    this.#logger = logger;
  }

  record(heartbeat: Heartbeat): void {
    this.#waiting.set(heartbeat.workerId, heartbeat);
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    for (const [workerId, heartbeat] of this.#waiting) {
      this.#waiting.delete(workerId);
      try {
        await this.#db.transaction().execute((tx) => recordHeartbeat(tx, heartbeat));
      } catch (error) {
        this.#logger.warn({ err: error, workerId }, 'a heartbeat was not recorded; the next one will be');
      }
    }
  }
}
