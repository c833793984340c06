import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Scanned, ScanOrder } from './scan-list.ts';
import type { SearchReply, SearchTask } from './search-messages.ts';
import { TemplateError } from './template-error.ts';

const BODY = new URL('./search-thread-main.ts', import.meta.url);

/** One search thread, as its owner sees it. */
export class SearchThread implements AsyncDisposable {
  readonly #worker: Worker;
  readonly #calls = new Map<number, PromiseWithResolvers<Scanned | null>>();
  #nextCall = 0;
  #isLost = false;

  /** @param number its own, below `MOST_THREADS`. */
  constructor(number: number) {
    this.#worker = new Worker(BODY, { workerData: number });
    this.#worker.on('message', ({ call, scanned }: SearchReply) => {
      this.#calls.get(call)?.resolve(scanned);
      this.#calls.delete(call);
    });
    this.#worker.on('error', (error) => this.#lose(error));
    this.#worker.on('exit', () => this.#lose());
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  attach(list: string, memory: WebAssembly.Memory): void {
    this.#send({ type: 'attach', list, memory });
  }

  /** Gives the list's memory back, after what the thread is doing. A lost thread has done so. */
  async detach(list: string): Promise<void> {
    if (this.#isLost) return;
    await this.#call((call) => ({ type: 'detach', call, list })).catch((error) => {
      if (!this.#isLost) throw error;
    });
  }

  /**
   * @returns null when the list was destroyed.
   * @throws TemplateError `TEMPLATE_SEARCH_THREAD_LOST`
   */
  scan(list: string, order: ScanOrder): Promise<Scanned | null> {
    return this.#call((call) => ({ type: 'scan', call, list, order }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isLost) return;
    const ended = once(this.#worker, 'exit');
    this.#send({ type: 'close' });
    await ended;
  }

  #call(taskOf: (call: number) => SearchTask): Promise<Scanned | null> {
    if (this.#isLost) return Promise.reject(threadLost());
    const call = this.#nextCall++;
    const answer = Promise.withResolvers<Scanned | null>();
    this.#calls.set(call, answer);
    this.#send(taskOf(call));
    return answer.promise;
  }

  #send(task: SearchTask): void {
    this.#worker.postMessage(task);
  }

  #lose(cause?: unknown): void {
    this.#isLost = true;
    for (const answer of this.#calls.values()) answer.reject(threadLost(cause));
    this.#calls.clear();
  }
}

function threadLost(cause?: unknown): TemplateError {
  return new TemplateError(
    'TEMPLATE_SEARCH_THREAD_LOST',
    'A thread that searched templates ended unexpectedly; the search has no answer and can be repeated.',
    { cause },
  );
}
