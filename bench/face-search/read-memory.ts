import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const MEGABYTES = 256;
const ROUNDS = 15;

/** Bytes a millisecond that so many threads read together, each from memory of its own; the median of several rounds. */
export async function readMemory(threads: number): Promise<number> {
  const body = new URL('./read-memory-main.ts', import.meta.url);
  const workers = Array.from({ length: threads }, () => new Worker(body, { workerData: MEGABYTES }));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    const answers = workers.map((worker) => once(worker, 'message'));
    for (const worker of workers) worker.postMessage('read');
    await Promise.all(answers);
    rates.push((threads * MEGABYTES * 2 ** 20) / (performance.now() - began));
  }
  await Promise.all(
    workers.map((worker) => {
      worker.postMessage('close');
      return once(worker, 'exit');
    }),
  );
  return rates.toSorted((a, b) => a - b)[ROUNDS >> 1]!;
}
