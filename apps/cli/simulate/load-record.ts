import { createHistogram } from 'node:perf_hooks';

/** Figures of a load run so far. Times are milliseconds from publishing a batch to its commit. */
export interface LoadFigures {
  readonly seconds: number;
  readonly published: number;
  /** Acknowledged after commit. */
  readonly accepted: number;
  readonly acceptedPerSecond: number;
  readonly latencyMs: {
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly max: number;
  };
  /** How long publishing had to wait because too much was not yet acknowledged. */
  readonly backPressureMs: number;
  /** Observations that were due and not made because of that. */
  readonly withheld: number;
}

/** Counts what a simulator published and how the platform took it. */
export class LoadRecord {
  readonly #latency = createHistogram({ lowest: 1, highest: 600_000, figures: 3 });
  readonly #startedAt: number;
  #published = 0;
  #accepted = 0;
  #backPressureMs = 0;
  #withheld = 0;

  /** @param startedAt milliseconds of a steady clock. */
  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  published(count: number): void {
    this.#published += count;
  }

  accepted(count: number, milliseconds: number): void {
    this.#accepted += count;
    this.#latency.record(Math.max(1, Math.round(milliseconds)));
  }

  waited(milliseconds: number): void {
    this.#backPressureMs += milliseconds;
  }

  withheld(count: number): void {
    this.#withheld += count;
  }

  figures(now: number): LoadFigures {
    const seconds = (now - this.#startedAt) / 1000;
    const percentile = (share: number) => (this.#accepted === 0 ? 0 : this.#latency.percentile(share));
    return {
      seconds: Math.round(seconds * 10) / 10,
      published: this.#published,
      accepted: this.#accepted,
      acceptedPerSecond: seconds > 0 ? Math.round(this.#accepted / seconds) : 0,
      latencyMs: { p50: percentile(50), p95: percentile(95), p99: percentile(99), max: percentile(100) },
      backPressureMs: Math.round(this.#backPressureMs),
      withheld: this.#withheld,
    };
  }
}
