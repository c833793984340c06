import { setTimeout as delay } from 'node:timers/promises';
import type { Bus, BusMessage } from '@amaan/bus/bus';
import { SUBJECTS, type WorkerReport } from '@amaan/contracts/worker-messages';
import type { Logger } from 'pino';

export interface OutboxLimits {
  /** Reports that wait in memory at most; the default is about 20 MB. */
  readonly capacity: number;
  /** Reports that are published together. */
  readonly batch: number;
  /** Milliseconds before the first repetition and, doubling in between, the longest wait. */
  readonly retryMs: { readonly first: number; readonly longest: number };
  /** Milliseconds that the last reports get when the worker stops. */
  readonly drainMs: number;
}

const LIMITS: OutboxLimits = {
  capacity: 20_000,
  batch: 500,
  retryMs: { first: 250, longest: 5_000 },
  drainMs: 3_000,
};

/**
 * Reports on their way to the control plane. A report stays here until the bus took responsibility for it;
 * a failed publish is repeated. What no longer fits is refused, counted and logged, never silently lost.
 */
export class ReportOutbox implements AsyncDisposable {
  readonly #bus: Bus;
  readonly #logger: Logger;
  readonly #limits: OutboxLimits;
  readonly #waiting: BusMessage[] = [];
  readonly #stopping = new AbortController();
  #wake = Promise.withResolvers<void>();
  #drained = Promise.withResolvers<void>();
  #refused = 0;

  constructor(bus: Bus, logger: Logger, limits: Partial<OutboxLimits> = {}) {
    this.#bus = bus;
    this.#logger = logger;
    this.#limits = { ...LIMITS, ...limits };
    this.#drained.resolve();
    void this.#run();
  }

  /** Reports refused because the outbox was full or closed. */
  get refused(): number {
    return this.#refused;
  }

  add(report: WorkerReport): void {
    if (this.#stopping.signal.aborted || this.#waiting.length >= this.#limits.capacity) {
      this.#refused += 1;
      if (this.#refused % 1000 === 1) {
        this.#logger.error(
          { refused: this.#refused },
          'Reports are lost: the control plane does not take them and the outbox is full.',
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
    const patience = new AbortController();
    const outOfPatience = delay(this.#limits.drainMs, undefined, { signal: patience.signal });
    await Promise.race([this.drained(), outOfPatience.catch(() => undefined)]);
    patience.abort();
    this.#stopping.abort();
    this.#wake.resolve();
    if (this.#waiting.length === 0) return;
    this.#logger.error(
      { lost: this.#waiting.length },
      'The control plane did not take the last reports; they are lost with this process.',
    );
  }

  /** Nobody waits for it to end: a publish may hang for as long as nobody consumes. */
  async #run(): Promise<void> {
    const { batch: size, retryMs } = this.#limits;
    const { signal } = this.#stopping;
    let wait = retryMs.first;
    while (!signal.aborted) {
      const batch = this.#waiting.slice(0, size);
      if (batch.length === 0) {
        this.#wake = Promise.withResolvers();
        await this.#wake.promise;
        continue;
      }
      try {
        await this.#bus.publish(SUBJECTS.reports, batch);
        this.#waiting.splice(0, batch.length);
        if (this.#waiting.length === 0) this.#drained.resolve();
        wait = retryMs.first;
      } catch (error) {
        if (signal.aborted) return;
        this.#logger.warn(
          { err: error, waiting: this.#waiting.length },
          'Reports were not taken; they are sent again.',
        );
        await delay(wait, undefined, { signal }).catch(() => undefined);
        wait = Math.min(wait * 2, retryMs.longest);
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
    case 'faces-searched':
      return report.searched.id;
    case 'traffic-incident-over':
      return `${report.over.observationId}/over`;
    case 'calibration-anchors':
      return `${report.taken.viewId}/${report.taken.version}/anchors`;
    case 'calibration-drift':
      return `${report.drifted.viewId}/${report.drifted.version}/${report.drifted.at}`;
    case 'evidence-gaps':
      return report.gaps.id;
    case 'section-passage':
      return report.passage.id;
  }
}
