import { parentPort } from 'node:worker_threads';

// The body of a thread of its own: shaping the Urdu of one page takes half a second of a core, that of the first one two.

export interface PdfOrder {
  readonly id: number;
  /** Address of the module that draws, and the name of its function. */
  readonly module: string;
  readonly drawnBy: string;
  readonly facts: unknown;
}

export type PdfAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly problem: string };

type Drawing = (facts: unknown) => Promise<Uint8Array>;

parentPort?.on('message', async ({ id, module, drawnBy, facts }: PdfOrder) => {
  let answer: PdfAnswer;
  try {
    const drawings = (await import(module)) as Record<string, Drawing>;
    const draw = drawings[drawnBy];
    if (draw === undefined) throw new RangeError(`There is no ${drawnBy} that draws.`);
    answer = { id, bytes: await draw(facts) };
  } catch (error) {
    answer = { id, problem: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
