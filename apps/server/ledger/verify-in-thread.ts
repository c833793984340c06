import { Worker } from 'node:worker_threads';
import type { LedgerVerdict } from '@amaan/ledger/verify-ledger';
import type { SelfCheckOrder } from './self-check-thread.ts';

const THREAD_BODY = new URL('./self-check-thread.ts', import.meta.url);

/**
 * Verifies the stored ledger on a thread and a database connection of its own.
 * @param signal ends the thread; the promise then rejects
 */
export function verifyInThread(order: SelfCheckOrder, signal: AbortSignal): Promise<LedgerVerdict> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(THREAD_BODY, { workerData: order });
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      // After a message this changes nothing any more.
      reject(new Error(`The thread that verified the ledger ended with ${code} before it was done.`));
    });
  });
}
