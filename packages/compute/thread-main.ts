import { parentPort, workerData } from 'node:worker_threads';
import type { SplitWork, ThreadAnswer, ThreadChunk, ThreadStart } from './thread-messages.ts';

const { module, shared } = workerData as ThreadStart;

function answer(message: ThreadAnswer): void {
  parentPort?.postMessage(message);
}

function fail(error: unknown): void {
  const code = (error as { code?: unknown } | null)?.code;
  answer({
    failure: {
      code: typeof code === 'string' ? code : null,
      message: error instanceof Error ? error.message : String(error),
    },
  });
}

try {
  const { prepareWork } = (await import(module)) as SplitWork<unknown, unknown, unknown>;
  const work = prepareWork(shared);
  parentPort?.on('message', ({ index, chunk }: ThreadChunk) => {
    try {
      answer({ index, part: work(chunk) });
    } catch (error) {
      fail(error);
    }
  });
} catch (error) {
  fail(error);
}
