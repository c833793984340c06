import type { Bus, Subscription } from '@amaan/bus/bus';
import type { Identifier } from '@amaan/contracts/identifier';
import { REDACTOR_SUBJECTS, RedactorHeartbeat } from '@amaan/contracts/redaction/redactor-messages';
import type { Logger } from 'pino';

/** A redactor that has not been heard of for this long is taken for dead. */
const SILENCE_MS = 10_000;

export interface RedactorDirectoryOptions {
  readonly bus: Bus;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Where the redactor is, from its heartbeats. */
export class RedactorDirectory implements AsyncDisposable {
  readonly #options: RedactorDirectoryOptions;
  readonly #subscription: Subscription;
  #last: { readonly heartbeat: RedactorHeartbeat; readonly heardAt: number } | null = null;
  /** The one that did not answer. */
  #lost: Identifier | null = null;

  constructor(options: RedactorDirectoryOptions) {
    this.#options = options;
    this.#subscription = options.bus.listen(REDACTOR_SUBJECTS.heartbeat, (payload) => this.#hear(payload));
  }

  /** The one that lives, or null. */
  get current(): RedactorHeartbeat | null {
    const last = this.#last;
    const isAlive = last !== null && this.#options.now() - last.heardAt <= SILENCE_MS;
    return isAlive && last.heartbeat.redactorId !== this.#lost ? last.heartbeat : null;
  }

  /** It refused the connection: it is not asked again before it is heard of again. */
  lose(redactorId: Identifier): void {
    this.#lost = redactorId;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }

  #hear(payload: unknown): void {
    const parsed = RedactorHeartbeat.safeParse(payload);
    if (!parsed.success) {
      this.#options.logger.warn({ issue: parsed.error.issues[0] }, 'a heartbeat was not understood');
      return;
    }
    if (parsed.data.redactorId === this.#lost) this.#lost = null;
    this.#last = { heartbeat: parsed.data, heardAt: this.#options.now() };
  }
}
