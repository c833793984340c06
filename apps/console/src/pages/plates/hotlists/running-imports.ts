import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import { useSyncExternalStore } from 'react';
import { importEntries } from '../../../api/hotlists.ts';
import { splitCsv } from '../../../csv/split-csv.ts';
import { type ImportProgress, importParts } from './import-job.ts';

/** Most files are sent whole, so that the ledger has the digest of the file; only very long ones are cut. */
const LINES_PER_PART = 50_000;

export interface RunningImport {
  readonly fileName: string;
  readonly startedAt: number;
  readonly progress: ImportProgress;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly error: Error | null;
}

/** One import per list. They live here and not in a page, so that they go on when the page is left. */
const imports = new Map<string, RunningImport>();
const stops = new Map<string, AbortController>();
const listeners = new Set<() => void>();

function set(id: string, change: RunningImport | null): void {
  if (change === null) imports.delete(id);
  else imports.set(id, change);
  for (const notify of listeners) notify();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The import into a list that runs or has ended and was not put away yet. */
export function useImport(hotlistId: string): RunningImport | null {
  return useSyncExternalStore(subscribe, () => imports.get(hotlistId) ?? null);
}

/**
 * Begins to import a file.
 * @param onPart called whenever entries were added
 * @returns whether there was anything to import
 */
export function startImport(
  { id }: Pick<Hotlist, 'id'>,
  fileName: string,
  csv: string,
  onPart: () => void,
): boolean {
  const parts = splitCsv(csv, LINES_PER_PART);
  if (parts.length === 0) return false;
  const stop = new AbortController();
  stops.set(id, stop);
  const startedAt = Date.now();
  const update = (change: Partial<RunningImport>) => {
    const before = imports.get(id);
    if (before) set(id, { ...before, ...change });
  };
  const run = importParts(
    parts,
    (part) => importEntries(id, part, stop.signal),
    (progress) => {
      if (progress.done === 0) set(id, { fileName, startedAt, progress, state: 'running', error: null });
      else {
        update({ progress });
        onPart();
      }
    },
  );
  run.then(
    () => update({ state: 'done' }),
    (error: Error) => update(stop.signal.aborted ? { state: 'stopped' } : { state: 'failed', error }),
  );
  return true;
}

export const stopImport = (id: string) => stops.get(id)?.abort();

/** Puts away what became of an import. */
export const putAway = (id: string) => set(id, null);
