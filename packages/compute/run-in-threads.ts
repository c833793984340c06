import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AmaanError } from '@amaan/contracts/problem';
import type { ThreadAnswer, ThreadChunk, ThreadStart } from './thread-messages.ts';

/** `COMPUTE_THREAD_FAILED`: the work threw an error without a code, or its thread ended. An error with a code keeps it. */
export class ComputeError extends AmaanError {}

export interface ThreadWork<Shared, Chunk, Part> {
  /** A module that exports `prepareWork(shared): (chunk) => part` (see `SplitWork`). */
  readonly module: URL;
  /** What every chunk needs; copied into each thread, so put large arrays on `SharedArrayBuffer`s. */
  readonly shared: Shared;
  readonly chunks: readonly Chunk[];
  /** At most as many as there are chunks; default: what this machine can run at once. */
  readonly threads?: number;
  /** Called in the order in which parts come. `done` counts them. */
  readonly onPart?: (part: Part, index: number, done: number) => void;
  /** Aborting ends the threads at once; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Does work in threads, so that the calling thread stays free: each thread loads the module, prepares itself once, and
 * is given the next chunk whenever it is ready.
 * @returns The parts in the order of the chunks.
 * @throws ComputeError, or the signal's reason
 */
export async function runInThreads<Shared, Chunk, Part>(
  work: ThreadWork<Shared, Chunk, Part>,
): Promise<Part[]> {
  const { chunks, signal } = work;
  signal?.throwIfAborted();
  if (chunks.length === 0) return [];
  const count = Math.max(1, Math.min(work.threads ?? availableParallelism(), chunks.length));
  const start: ThreadStart = { module: work.module.href, shared: work.shared };
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./thread-main.ts', import.meta.url), { workerData: start }),
  );
  const stop = new AbortController();
  try {
    return await new Promise<Part[]>((resolve, reject) => {
      const parts = new Array<Part>(chunks.length);
      let next = 0;
      let done = 0;
      const feed = (worker: Worker): void => {
        if (next >= chunks.length) return;
        const message: ThreadChunk = { index: next, chunk: chunks[next] };
        next += 1;
        worker.postMessage(message);
      };
      for (const worker of workers) {
        worker.on('message', (answer: ThreadAnswer) => {
          if ('failure' in answer) {
            reject(new ComputeError(answer.failure.code ?? 'COMPUTE_THREAD_FAILED', answer.failure.message));
            return;
          }
          const part = answer.part as Part;
          parts[answer.index] = part;
          done += 1;
          try {
            work.onPart?.(part, answer.index, done);
          } catch (error) {
            reject(error);
            return;
          }
          if (done === chunks.length) resolve(parts);
          else feed(worker);
        });
        worker.on('error', (error) => reject(new ComputeError('COMPUTE_THREAD_FAILED', error.message)));
        worker.on('exit', () =>
          reject(
            new ComputeError('COMPUTE_THREAD_FAILED', 'A computing thread ended before its work was done.'),
          ),
        );
        feed(worker);
      }
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true, signal: stop.signal });
    });
  } finally {
    stop.abort();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
