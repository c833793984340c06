import type { FileResult } from './test-report.ts';

/** When more files than this fail, it is not chance, and nothing is repeated. */
const MOST_REPEATED = 5;

export interface Repeated {
  /** Of every file the result that counts: of an unsteady one that of the second time. */
  readonly files: readonly FileResult[];
  /** Paths of files that failed among all others and passed by themselves. */
  readonly unsteady: readonly string[];
}

/**
 * Runs each file that failed once more, by itself: on a machine that is busy with others' work a test of processes, browsers
 * and clocks may fail by chance. What fails twice stays failed.
 * @param runAlone runs one file; null when it left no report or errors that belong to no test
 */
export async function repeatFailed(
  files: readonly FileResult[],
  runAlone: (file: string) => Promise<FileResult | null>,
): Promise<Repeated> {
  const failed = files.filter(({ status }) => status === 'failed');
  if (failed.length > MOST_REPEATED) return { files, unsteady: [] };
  const mended = new Map<string, FileResult>();
  for (const { name } of failed) {
    const again = await runAlone(name);
    if (again?.status === 'passed') mended.set(name, again);
  }
  return {
    files: files.map((file) => mended.get(file.name) ?? file),
    unsteady: [...mended.keys()],
  };
}
