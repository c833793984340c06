/** Runs tasks in the order in which they were added, a few at once. Tasks deal with their own errors. */
export class TaskQueue implements AsyncDisposable {
  readonly #concurrency: number;
  readonly #waiting: (() => Promise<void>)[] = [];
  readonly #running = new Set<Promise<void>>();

  constructor(concurrency: number) {
    this.#concurrency = concurrency;
  }

  add(task: () => Promise<void>): void {
    this.#waiting.push(task);
    this.#next();
  }

  /** Finishes what was added. */
  async [Symbol.asyncDispose](): Promise<void> {
    while (this.#running.size > 0) await Promise.race(this.#running);
  }

  #next(): void {
    while (this.#running.size < this.#concurrency) {
      const task = this.#waiting.shift();
      if (!task) return;
      const run = task().finally(() => {
        this.#running.delete(run);
        this.#next();
      });
      this.#running.add(run);
    }
  }
}
