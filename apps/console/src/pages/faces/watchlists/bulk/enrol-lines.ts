import type { EnrolledPicture, WatchlistEntry } from '@amaan/contracts/faces/watchlist-entry';
import { ApiProblem } from '../../../../api/api-problem.ts';
import { isOpen, type LineResult, nameKey, type PictureLine } from './picture-line.ts';

/** What enrolling asks of the server. */
export interface EnrolmentWork {
  readonly addEntry: (line: PictureLine) => Promise<WatchlistEntry>;
  /** Takes somebody off again of whom no picture could be used. */
  readonly removeEntry: (entry: WatchlistEntry) => Promise<unknown>;
  readonly enrol: (entry: WatchlistEntry, line: PictureLine) => Promise<EnrolledPicture>;
}

/** Statuses and codes that are about one picture, or what is said of it, and not about all. */
const OF_THE_PICTURE: ReadonlySet<number> = new Set([400, 413, 415, 422]);
const OF_THE_PERSON: ReadonlySet<string> = new Set(['ENTRY_FULL', 'WATCHLIST_ENTRY_NOT_FOUND']);

/**
 * Enrols pictures one after the other, each for itself: one that is refused stops none of the others, and what is enrolled
 * stays. Where the server does not answer, or does not let the person any more, the rest is left as it is.
 *
 * @param people on the list, by `nameKey`; whoever is added is added here, too
 * @param report is told of each line as it changes
 * @returns whether all lines were tried
 */
export async function enrolLines(
  lines: readonly PictureLine[],
  people: Map<string, WatchlistEntry>,
  work: EnrolmentWork,
  report: (id: string, result: LineResult) => void,
  signal: AbortSignal,
): Promise<boolean> {
  for (const line of lines.filter(isOpen)) {
    if (signal.aborted) return false;
    report(line.id, { state: 'working' });
    const key = nameKey(line.name);
    let added: WatchlistEntry | null = null;
    try {
      const known = people.get(key);
      added = known === undefined ? await work.addEntry(line) : null;
      const entry = known ?? added!;
      people.set(key, entry);
      const { findings } = await work.enrol(entry, line);
      report(line.id, findings.length > 0 ? { state: 'held', doubts: findings.length } : { state: 'done' });
    } catch (error) {
      const isOfLine = isOfPicture(error);
      // Nobody is left on the list without a picture. Where that fails they stay, and the next try finds them.
      if (added !== null && (await isTakenOff(work, added))) people.delete(key);
      report(line.id, { state: isOfLine ? 'refused' : 'failed', error });
      if (!isOfLine) return false;
      // Somebody took them off meanwhile; the next picture of this name is of a new person.
      if (error instanceof ApiProblem && error.code === 'WATCHLIST_ENTRY_NOT_FOUND') people.delete(key);
    }
  }
  return true;
}

/** Whether the next picture may fare better. The browser says with a `DOMException` that it cannot read a file. */
function isOfPicture(error: unknown): boolean {
  if (error instanceof DOMException) return true;
  return error instanceof ApiProblem && (OF_THE_PICTURE.has(error.status) || OF_THE_PERSON.has(error.code));
}

async function isTakenOff({ removeEntry }: EnrolmentWork, entry: WatchlistEntry): Promise<boolean> {
  try {
    await removeEntry(entry);
    return true;
  } catch {
    return false;
  }
}
