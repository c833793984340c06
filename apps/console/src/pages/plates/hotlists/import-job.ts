import type { HotlistImport } from '@amaan/contracts/plates/hotlist';
import { type CsvPart, lineInFile } from '../../../csv/split-csv.ts';

export interface ImportProgress {
  /** Lines sent so far, of all below the header. */
  readonly done: number;
  readonly total: number;
  readonly result: HotlistImport;
}

/** Bad lines that are kept for the report; there may be a million of them. */
export const BAD_LINES_KEPT = 10_000;

const NOTHING: HotlistImport = { added: 0, known: 0, waiting: 0, bad: [], badLines: 0 };

/** What became of a file after one more of its parts; bad lines are named by their line in the file. */
function withPart(before: HotlistImport, part: CsvPart, answer: HotlistImport): HotlistImport {
  const bad = answer.bad.map((line) => ({ ...line, line: lineInFile(part, line.line) }));
  return {
    added: before.added + answer.added,
    known: before.known + answer.known,
    waiting: before.waiting + answer.waiting,
    bad: [...before.bad, ...bad].slice(0, BAD_LINES_KEPT),
    badLines: before.badLines + answer.badLines,
  };
}

/**
 * Sends a file part by part.
 * @param send gives what became of one part; the first failure ends the import
 * @param onProgress called before the first part and after each
 * @param stopped asked between two parts: a part that is under way is a transaction of the server and ends by itself
 * @returns whether every part was sent
 */
export async function importParts(
  parts: readonly CsvPart[],
  send: (csv: string) => Promise<HotlistImport>,
  onProgress: (progress: ImportProgress) => void,
  stopped: () => boolean = () => false,
): Promise<boolean> {
  const total = parts.reduce((sum, { lines }) => sum + lines, 0);
  let result = NOTHING;
  let done = 0;
  onProgress({ done, total, result });
  for (const part of parts) {
    if (stopped()) return false;
    result = withPart(result, part, await send(part.text));
    done += part.lines;
    onProgress({ done, total, result });
  }
  return true;
}

/** Milliseconds that the rest will take at the speed so far; null before the first part. */
export function timeLeft({ done, total }: ImportProgress, elapsedMs: number): number | null {
  return done === 0 ? null : (elapsedMs / done) * (total - done);
}
