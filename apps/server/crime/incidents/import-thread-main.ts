import { parentPort, workerData } from 'node:worker_threads';
import { AmaanError } from '@amaan/contracts/problem';
import { type ImportOrder, type StagedImport, stageImport } from './stage-import.ts';

/** What the thread wants or has. */
export type ImportQuestion =
  | { readonly kind: 'more' }
  | { readonly kind: 'done'; readonly staged: StagedImport }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string };

/** The next piece of the file; null: it is over. */
export interface ImportAnswer {
  readonly piece: Uint8Array | null;
}

const port = parentPort;
if (port !== null) {
  const tell = (question: ImportQuestion) => port.postMessage(question);
  const pieces = async function* () {
    for (;;) {
      const answer = new Promise<ImportAnswer>((resolve) => port.once('message', resolve));
      tell({ kind: 'more' });
      const { piece } = await answer;
      if (piece === null) return;
      yield piece;
    }
  };
  try {
    tell({ kind: 'done', staged: await stageImport(pieces(), workerData as ImportOrder) });
  } catch (error) {
    tell({
      kind: 'failed',
      code: error instanceof AmaanError ? error.code : null,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}
