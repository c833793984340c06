import type { Logger } from 'pino';
import { OneAtATime } from './one-at-a-time.ts';

export interface RepeatedJobOptions {
  /** Does the work once. */
  readonly work: () => Promise<void>;
  /** Milliseconds from one beginning to the next. */
  readonly everyMs: number;
  /** What is logged when it fails; it is tried again the next time. */
  readonly failure: string;
  readonly logger: Logger;
}

/** Does something over and over, one run after the other. */
export class RepeatedJob implements AsyncDisposable {
  readonly #options: RepeatedJobOptions;
  #timer: NodeJS.Timeout | undefined;
  readonly #line = new OneAtATime();

  constructor(options: RepeatedJobOptions) {
    this.#options = options;
  }

  start(): void {
    this.look();
    this.#timer = setInterval(() => this.look(), this.#options.everyMs);
    this.#timer.unref();
  }

  /** One run, which nobody waits for. */
  look(): void {
    this.run().catch((error: unknown) => {
      this.#options.logger.error({ err: error }, this.#options.failure);
    });
  }

  /** One run, after those before it. */
  run(): Promise<void> {
    return this.#line.run(() => this.#options.work());
  }

  /** Waits for the run that is under way. */
  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#line.settled();
  }
}
