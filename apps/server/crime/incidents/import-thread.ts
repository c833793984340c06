import { Worker } from 'node:worker_threads';
import { AmaanError } from '@amaan/contracts/problem';
import type { ImportAnswer, ImportQuestion } from './import-thread-main.ts';
import type { ImportOrder, StagedImport } from './stage-import.ts';

const THREAD_BODY = new URL('./import-thread-main.ts', import.meta.url);

/** An error of the thread that has a code; another than that is thrown as an `Error`. */
export class ImportThreadError extends AmaanError {}

/**
 * `stageImport` in a thread of its own: half a gigabyte of CSV is half a minute of a core. It is given the next piece when it
 * wants one, so that a slow disk slows the sender and no memory fills.
 *
 * @throws ImportThreadError with the code that `stageImport` threw; whatever the source throws
 */
export async function stageInThread(
  source: AsyncIterable<Uint8Array>,
  order: ImportOrder,
): Promise<StagedImport> {
  const pieces = source[Symbol.asyncIterator]();
  const worker = new Worker(THREAD_BODY, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  try {
    return await new Promise<StagedImport>((resolve, reject) => {
      worker.on('message', async (question: ImportQuestion) => {
        if (question.kind === 'done') resolve(question.staged);
        else if (question.kind === 'failed')
          reject(
            question.code === null
              ? new Error(question.message)
              : new ImportThreadError(question.code, question.message),
          );
        else
          try {
            const next = await pieces.next();
            const answer: ImportAnswer = { piece: next.done === true ? null : next.value };
            worker.postMessage(answer);
          } catch (error) {
            reject(error);
          }
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The thread of an import ended with ${code}.`)));
    });
  } finally {
    await worker.terminate();
    await pieces.return?.();
  }
}
