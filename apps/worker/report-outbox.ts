import { setTimeout as delay } from 'node:timers/promises';
import type { Bus, BusMessage } from '@amaan/bus/bus';
import { SUBJECTS, type WorkerReport } from '@amaan/contracts/worker-messages';
import type { Logger } from 'pino';

/** Reports that wait in memory at most; about 20 MB. */
const CAPACITY = 20_000;
const BATCH = 500;
const RETRY_MS = { first: 250, longest: 5_000 };

/**
 * Reports on their way to the control plane. A report stays here until the bus took responsibility for it;
 * a failed publish is repeated. What no longer fits is refused, counted and logged, never silently lost.
 */
export class ReportOutbox implements AsyncDisposable {
  readonly #bus: Bus;
  readonly #logger: Logger;
  readonly #waiting: BusMessage[] = [];
  readonly #stopping = new AbortController();
  #wake = Promise.withResolvers<void>();
  #drained = Promise.withResolvers<void>();
  #refused = 0;
  readonly #running: Promise<void>;

  constructor(bus: Bus, logger: Logger) {
    this.#bus = bus;
    this.#logger = logger;
    this.#drained.resolve();
    this.#running = this.#run();
  }

  /** Reports refused because the outbox was full. */
  get refused(): number {
    return this.#refused;
  }

  add(report: WorkerReport): void {
    if (this.#waiting.length >= CAPACITY) {
      this.#refused += 1;
      if (this.#refused % 1000 === 1) {
        this.#logger.error(
          { refused: this.#refused },
          'The outbox is full: the control plane does not take reports.',
        );
      }
      return;
    }
    if (this.#waiting.length === 0) this.#drained = Promise.withResolvers();
    this.#waiting.push({ id: keyOf(report), payload: report });
    this.#wake.resolve();
  }

  /** Resolves when everything added so far has been taken. */
  drained(): Promise<void> {
    return this.#drained.promise;
  }

  /** Waits for what is under way, for a few seconds at most: the control plane may be gone. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.race([this.drained(), delay(3_000)]);
    this.#stopping.abort();
    this.#wake.resolve();
    await this.#running;
  }

  async #run(): Promise<void> {
    let wait = RETRY_MS.first;
    while (!this.#stopping.signal.aborted) {
      const batch = this.#waiting.slice(0, BATCH);
      if (batch.length === 0) {
        this.#wake = Promise.withResolvers();
        await this.#wake.promise;
        continue;
      }
      try {
        await this.#bus.publish(SUBJECTS.reports, batch);
        this.#waiting.splice(0, batch.length);
        if (this.#waiting.length === 0) this.#drained.resolve();
        wait = RETRY_MS.first;
      } catch (error) {
        this.#logger.warn(
          { err: error, waiting: this.#waiting.length },
          'Reports were not taken; they are sent again.',
        );
        await delay(wait, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
        wait = Math.min(wait * 2, RETRY_MS.longest);
      }
    }
  }
}

/** The key by which the consumer knows a report that it has seen before. */
function keyOf(report: WorkerReport): string {
  switch (report.type) {
    case 'observation':
      return report.observation.id;
    case 'evidence':
      return `${report.item.observationId}/${report.item.kind}`;
    case 'denial':
      return report.denial.id;
  }
}
