import type { Logger } from 'pino';

export const DAY_MS = 24 * 60 * 60_000;
/** How often it is looked whether a day has passed since the last run, also across restarts. */
const LOOK_MS = 60 * 60_000;

export interface DailyJobOptions {
  /** The last run that is on record; null: none. */
  readonly last: () => Promise<{ readonly startedAt: string } | null>;
  /** Does the work. A long one asks `isStopped` between its parts. */
  readonly run: () => Promise<void>;
  readonly now: () => number;
  /** What is logged when it fails; it is tried again in an hour. */
  readonly failure: string;
  readonly logger: Logger;
}

/** Runs something once a day, however often the server starts. */
export class DailyJob implements AsyncDisposable {
  readonly #options: DailyJobOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(options: DailyJobOptions) {
    this.#options = options;
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  start(): void {
    const { logger, failure } = this.#options;
    const look = () => {
      this.#running = this.#runIfDue().catch((error: unknown) => {
        logger.error({ err: error }, failure);
      });
    };
    look();
    this.#timer = setInterval(look, LOOK_MS);
    this.#timer.unref();
  }

  /** Waits for the part of a run that is under way. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #runIfDue(): Promise<void> {
    const { last, now, run } = this.#options;
    const before = await last();
    if (before === null || now() - Date.parse(before.startedAt) >= DAY_MS) await run();
  }
}
