import type { Bus } from '@amaan/bus/bus';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import { Assignment, type AssignmentRequest, SUBJECTS } from '@amaan/contracts/worker-messages';
import type { Logger } from 'pino';

/** While the control plane does not answer. */
const RETRY_MS = 1_000;

export interface AssignmentFeedOptions {
  readonly bus: Pick<Bus, 'request'>;
  readonly workerId: Identifier;
  /** Makes the worker what the control plane wants. */
  readonly apply: (assignment: Assignment) => Promise<void>;
  readonly logger: Logger;
  readonly retryMs?: number;
}

/**
 * Asks the control plane what this worker is to do. One answer is applied after the other; where there is
 * none, or none that can be understood, what was assigned goes on and it is asked again.
 */
export class AssignmentFeed implements AsyncDisposable {
  readonly #options: AssignmentFeedOptions;
  #running: Promise<void> = Promise.resolve();
  /** A request that is still to be sent: it will hear of everything that has happened so far. */
  #isAsking = false;
  #retry: NodeJS.Timeout | undefined;
  #stopped = false;
  #clockOffsetMs = 0;

  constructor(options: AssignmentFeedOptions) {
    this.#options = options;
  }

  /** This worker's clock minus the control plane's, in milliseconds, as last measured. */
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

  async #ask(): Promise<Assignment> {
    const sentAt = Date.now();
    const request: AssignmentRequest = { workerId: this.#options.workerId, sentAt: instantOf(sentAt) };
    const answer = Assignment.safeParse(await this.#options.bus.request(SUBJECTS.assignment, request));
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
