import type { WatchlistEntry } from '@amaan/contracts/faces/watchlist-entry';
import { pictureProblems } from '../picture-problems.ts';

/** What is said of a picture; blank: what is said of all of them. */
export interface PictureSaid {
  readonly source: string;
  readonly lawfulness: string;
  /** `YYYY-MM-DD` */
  readonly takenOn: string;
}

/** What became of a line. Only `refused` and `failed` may be tried again. */
export type LineResult =
  | { readonly state: 'waiting' }
  | { readonly state: 'working' }
  | { readonly state: 'done' }
  /** Enrolled, and not searched before somebody decides on this many doubts. */
  | { readonly state: 'held'; readonly doubts: number }
  /** The picture itself: another one is needed, or another word about it. */
  | { readonly state: 'refused'; readonly error: unknown }
  /** Not for the picture's sake: the server was gone, or the person may not any more. */
  | { readonly state: 'failed'; readonly error: unknown };

/** One picture of many that are to be enrolled, and whose it is. */
export interface PictureLine extends PictureSaid {
  readonly id: string;
  readonly file: File;
  /** Name or number of the person; one that is on the list already gets the picture. */
  readonly name: string;
  readonly note: string;
  readonly child: boolean;
  readonly missing: boolean;
  readonly result: LineResult;
}

export type LineProblem = 'nameNeeded' | 'fileLarge' | 'sourceNeeded' | 'lawfulnessNeeded' | 'takenNeeded';

const LEAST_LETTERS = 2;
const MOST_LETTERS = 120;

/** A line of a chosen file: the person is named as the file is, until somebody says otherwise. */
export function lineOf(file: File, id: string): PictureLine {
  const name = file.name
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
    .slice(0, MOST_LETTERS);
  const said = { source: '', lawfulness: '', takenOn: '' };
  return { id, file, name, note: '', child: false, missing: false, ...said, result: { state: 'waiting' } };
}

/** What is said of a line, by itself or with all the others. */
export function saidOf(line: PictureLine, common: PictureSaid): PictureSaid {
  return {
    source: line.source.trim() || common.source,
    lawfulness: line.lawfulness.trim() || common.lawfulness,
    takenOn: line.takenOn || common.takenOn,
  };
}

/** Why a line cannot be sent as it is. @param today `YYYY-MM-DD` (UTC) */
export function lineProblems(
  line: PictureLine,
  common: PictureSaid,
  today: string,
): ReadonlySet<LineProblem> {
  const problems = new Set<LineProblem>();
  for (const problem of pictureProblems({ file: line.file, ...saidOf(line, common) }, today))
    if (problem !== 'fileNeeded') problems.add(problem);
  if (line.name.trim().length < LEAST_LETTERS) problems.add('nameNeeded');
  return problems;
}

/** Whether a line still has to be enrolled. */
export function isOpen({ result }: PictureLine): boolean {
  return result.state !== 'done' && result.state !== 'held';
}

/** Two names of one person are alike but for spaces, capitals and how letters are written. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** People by their names; of two with one name the first that was put on the list. @param entries newest first */
export function byName(entries: readonly WatchlistEntry[]): Map<string, WatchlistEntry> {
  return new Map(entries.map((entry) => [nameKey(entry.reference), entry]));
}
