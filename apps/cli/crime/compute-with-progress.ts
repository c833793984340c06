import { runInThreads, type ThreadWork } from '@amaan/compute/run-in-threads';
import { AmaanError } from '@amaan/contracts/problem';

/** Between two lines where stderr is no terminal (a log), in milliseconds. */
const LOG_INTERVAL_MS = 2_000;
const BAR = 30;

/** Work in threads for the command line: a bar on stderr, and Ctrl-C ends it. */
export interface ProgressWork<Shared, Chunk, Part>
  extends Pick<ThreadWork<Shared, Chunk, Part>, 'module' | 'shared' | 'chunks' | 'threads'> {
  /** What is counted: `replicas`. */
  readonly what: string;
  /** How much of that a chunk holds. */
  readonly size: (chunk: Chunk) => number;
}

/** @throws AmaanError `CANCELLED` after Ctrl-C; ComputeError */
export async function computeWithProgress<Shared, Chunk, Part>(
  work: ProgressWork<Shared, Chunk, Part>,
): Promise<Part[]> {
  const { what, size, chunks, ...rest } = work;
  const total = chunks.reduce((sum, chunk) => sum + size(chunk), 0);
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  const terminal = process.stderr.isTTY;
  let done = 0;
  let shownAt = performance.now();
  const show = () => {
    const now = performance.now();
    if (!terminal && now - shownAt < LOG_INTERVAL_MS) return;
    shownAt = now;
    const filled = Math.round((BAR * done) / total);
    const bar = `[${'='.repeat(filled)}${' '.repeat(BAR - filled)}]`;
    process.stderr.write(
      terminal ? `\r\u001b[K${bar} ${done} of ${total} ${what}` : `amaan: ${done} of ${total} ${what}\n`,
    );
  };
  process.once('SIGINT', interrupt);
  if (terminal) show();
  try {
    return await runInThreads({
      ...rest,
      chunks,
      signal: interruption.signal,
      onPart: (_, index) => {
        done += size(chunks[index]!);
        show();
      },
    });
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    throw new AmaanError('CANCELLED', `Cancelled after ${done} of ${total} ${what}; there is no result.`);
  } finally {
    process.off('SIGINT', interrupt);
    if (terminal) process.stderr.write('\r\u001b[K');
  }
}
