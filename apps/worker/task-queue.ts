/** Tasks that wait at most; each may hold a picture of half a megabyte. */
const CAPACITY = 256;

/**
 * Runs tasks in the order in which they were added, a few at once. A task that fails is reported and stops
 * none of the others.
 */
export class TaskQueue implements AsyncDisposable {
  readonly #concurrency: number;
  readonly #onFailure: (error: unknown) => void;
  readonly #capacity: number;
  readonly #waiting: (() => Promise<void>)[] = [];
  readonly #running = new Set<Promise<void>>();

  /** @param onFailure told what a task threw; it must not throw itself. */
  constructor(concurrency: number, onFailure: (error: unknown) => void, capacity = CAPACITY) {
    this.#concurrency = concurrency;
    this.#onFailure = onFailure;
    this.#capacity = capacity;
  }

  /** @returns false when so many wait already that this one was refused. */
  add(task: () => Promise<void>): boolean {
    if (this.#waiting.length >= this.#capacity) return false;
    this.#waiting.push(task);
    this.#next();
    return true;
  }

  /** Finishes what was added. */
  async [Symbol.asyncDispose](): Promise<void> {
    while (this.#running.size > 0) await Promise.race(this.#running);
  }

  #next(): void {
    while (this.#running.size < this.#concurrency) {
      const task = this.#waiting.shift();
      if (!task) return;
      const run = this.#attempt(task).finally(() => {
        this.#running.delete(run);
        this.#next();
      });
      this.#running.add(run);
    }
  }

  async #attempt(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.#onFailure(error);
    }
  }
}
