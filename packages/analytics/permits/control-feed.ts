import type { Bus } from '@amaan/bus/bus';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import type { AssignmentRequest } from '@amaan/contracts/worker-messages';
import type { Logger } from 'pino';
import type { z } from 'zod';

/** While the control plane does not answer. */
const RETRY_MS = 1_000;

export interface ControlFeedOptions<Answer> {
  readonly bus: Pick<Bus, 'request'>;
  /** Request: `AssignmentRequest` → `Answer`. */
  readonly subject: string;
  readonly schema: z.ZodType<Answer>;
  /** Who asks. */
  readonly id: Identifier;
  /** Makes the process what the control plane wants. */
  readonly apply: (answer: Answer) => Promise<void>;
  readonly logger: Logger;
  readonly retryMs?: number;
}

/**
 * Asks the control plane what this process is to do. One answer is applied after the other; where there is
 * none, or none that can be understood, what was assigned goes on and it is asked again.
 */
export class ControlFeed<Answer extends { readonly serverTime: Instant }> implements AsyncDisposable {
  readonly #options: ControlFeedOptions<Answer>;
  #running: Promise<void> = Promise.resolve();
  /** A request that is still to be sent: it will hear of everything that has happened so far. */
  #isAsking = false;
  #retry: NodeJS.Timeout | undefined;
  #stopped = false;
  #clockOffsetMs = 0;

  constructor(options: ControlFeedOptions<Answer>) {
    this.#options = options;
  }

  /** This process's clock minus the control plane's, in milliseconds, as last measured. */
  get clockOffsetMs(): number {
    return this.#clockOffsetMs;
  }

  /** Asks for what holds now. */
  refresh(): void {
    if (this.#stopped || this.#isAsking) return;
    this.#isAsking = true;
    this.#running = this.#running.then(() => this.#refresh());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    await this.#running;
  }

  async #refresh(): Promise<void> {
    this.#isAsking = false;
    clearTimeout(this.#retry);
    if (this.#stopped) return;
    const { apply, logger, retryMs = RETRY_MS } = this.#options;
    try {
      await apply(await this.#ask());
    } catch (error) {
      logger.warn(
        { code: error instanceof AmaanError ? error.code : 'ASSIGNMENT_FAILED', err: error },
        'The control plane gave no assignment that holds; what was assigned goes on.',
      );
      if (!this.#stopped) this.#retry = setTimeout(() => this.refresh(), retryMs);
    }
  }

  async #ask(): Promise<Answer> {
    const { bus, subject, schema, id } = this.#options;
    const sentAt = Date.now();
    const request: AssignmentRequest = { workerId: id, sentAt: instantOf(sentAt) };
    const answer = schema.safeParse(await bus.request(subject, request));
    if (!answer.success) {
      // Where it is wrong, and never what stands there: an assignment carries secrets.
      const places = answer.error.issues.map(({ path }) => path.join('.') || 'the whole');
      throw new AmaanError(
        'ASSIGNMENT_MALFORMED',
        `The assignment was refused as a whole: ${places.slice(0, 5).join(', ')} cannot be understood.`,
      );
    }
    // Cristian's algorithm (1989): the answer's clock is taken to be from halfway between asking and hearing.
    this.#clockOffsetMs = (sentAt + Date.now()) / 2 - Date.parse(answer.data.serverTime);
    return answer.data;
  }
}
