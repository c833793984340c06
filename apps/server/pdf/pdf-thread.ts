import { Worker } from 'node:worker_threads';
import type { PdfAnswer, PdfOrder } from './pdf-thread-main.ts';

const THREAD_BODY = new URL('./pdf-thread-main.ts', import.meta.url);
/** A thread that nobody needs is closed: its fonts hold some hundred megabytes. */
const IDLE_MS = 5 * 60_000;

/** A kind of document: a function `(facts: Facts) => Promise<Uint8Array>` that the thread imports for itself. */
export interface PdfDrawing<Facts> {
  /** Address of the module: `new URL('./draw-this.ts', import.meta.url).href`. */
  readonly module: string;
  /** Name of the function in it. */
  readonly drawnBy: string;
  /** What it takes, which can be cloned. Says so to the compiler alone. */
  readonly facts?: Facts;
}

/**
 * Draws PDF documents one after the other on a thread of its own, which starts with the first. All kinds of documents
 * share one, and so the fonts in it.
 */
export class PdfThread implements AsyncDisposable {
  readonly #waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;

  /** @returns the document as PDF @throws Error when it cannot be drawn, or the thread ended */
  draw<Facts>({ module, drawnBy }: PdfDrawing<Facts>, facts: Facts): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    this.#last += 1;
    const asked = Promise.withResolvers<Uint8Array>();
    this.#waiting.set(this.#last, asked);
    this.#worker.postMessage({ id: this.#last, module, drawnBy, facts } satisfies PdfOrder);
    return asked.promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#idle);
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(THREAD_BODY);
    worker.unref();
    worker.on('message', (answer: PdfAnswer) => {
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
    worker.once('exit', (code) => end(new Error(`The thread that draws documents ended with ${code}.`)));
    return worker;
  }
}
