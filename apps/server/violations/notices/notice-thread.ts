import { Worker } from 'node:worker_threads';
import type { NoticeFacts } from './notice-facts.ts';
import type { NoticeAnswer, NoticeOrder } from './notice-thread-main.ts';

const THREAD_BODY = new URL('./notice-thread-main.ts', import.meta.url);
/** A thread that nobody needs is closed: its fonts hold some hundred megabytes. */
const IDLE_MS = 5 * 60_000;

/** Draws notices one after the other on a thread of its own, which starts with the first. */
export class NoticeThread implements AsyncDisposable {
  readonly #waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;

  /** @returns the notice as PDF @throws Error when it cannot be drawn, or the thread ended */
  draw(facts: NoticeFacts): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    this.#last += 1;
    const asked = Promise.withResolvers<Uint8Array>();
    this.#waiting.set(this.#last, asked);
    this.#worker.postMessage({ id: this.#last, facts } satisfies NoticeOrder);
    return asked.promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#idle);
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(THREAD_BODY);
    worker.unref();
    worker.on('message', (answer: NoticeAnswer) => {
      const asked = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('bytes' in answer) asked?.resolve(answer.bytes);
      else asked?.reject(new Error(answer.problem));
      if (this.#waiting.size > 0) return;
      this.#idle = setTimeout(() => void worker.terminate(), IDLE_MS);
      this.#idle.unref();
    });
    const end = (problem: Error) => {
      if (this.#worker === worker) this.#worker = null;
      for (const asked of this.#waiting.values()) asked.reject(problem);
      this.#waiting.clear();
    };
    worker.once('error', end);
    worker.once('exit', (code) => end(new Error(`The thread that draws notices ended with ${code}.`)));
    return worker;
  }
}
