import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import { useSyncExternalStore } from 'react';
import { importEntries } from '../../../api/hotlists.ts';
import { splitCsv } from '../../../csv/split-csv.ts';
import { type ImportProgress, importParts } from './import-job.ts';

/** Up to so many lines a file is sent whole, so that it is one transaction and the ledger has its digest. */
const LINES_OF_ONE_REQUEST = 50_000;
/** Longer files are cut smaller, so that their progress moves about every second and stopping is soon. */
const LINES_PER_PART = 10_000;

export interface RunningImport {
  readonly fileName: string;
  readonly startedAt: number;
  readonly progress: ImportProgress;
  readonly state: 'running' | 'stopping' | 'done' | 'stopped' | 'failed';
  /** Whether it has parts between which it can end: what is under way on the server cannot be called back. */
  readonly stoppable: boolean;
  readonly error: Error | null;
}

/** One import per list. They live here and not in a page, so that they go on when the page is left. */
const imports = new Map<string, RunningImport>();
const listeners = new Set<() => void>();

export const isUnderWay = ({ state }: RunningImport): boolean => state === 'running' || state === 'stopping';

/** The browser asks before the console is closed: the rest of the file is nowhere else. */
const askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault();

function set(id: string, change: RunningImport | null): void {
  if (change === null) imports.delete(id);
  else imports.set(id, change);
  if ([...imports.values()].some(isUnderWay)) addEventListener('beforeunload', askBeforeLeaving);
  else removeEventListener('beforeunload', askBeforeLeaving);
  for (const notify of listeners) notify();
}

function update(id: string, change: Partial<RunningImport>): void {
  const before = imports.get(id);
  if (before) set(id, { ...before, ...change });
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
  const whole = splitCsv(csv, LINES_OF_ONE_REQUEST);
  if (whole.length === 0) return false;
  const parts = whole.length === 1 ? whole : splitCsv(csv, LINES_PER_PART);
  const startedAt = Date.now();
  const stoppable = parts.length > 1;
  const run = importParts(
    parts,
    (part) => importEntries(id, part),
    (progress) => {
      if (progress.done === 0)
        set(id, { fileName, startedAt, progress, state: 'running', stoppable, error: null });
      else {
        update(id, { progress });
        onPart();
      }
    },
    () => imports.get(id)?.state === 'stopping',
  );
  run.then(
    (complete) => update(id, { state: complete ? 'done' : 'stopped' }),
    (error: Error) => update(id, { state: 'failed', error }),
  );
  return true;
}

/** Ends an import after the part that is under way, so that the report is right about every line. */
export const stopImport = (id: string) => update(id, { state: 'stopping' });

/** Puts away what became of an import. */
export const putAway = (id: string) => set(id, null);
