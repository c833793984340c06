import { csvCells, csvLines } from '@amaan/contracts/csv-cells';
import type { PictureLine } from './picture-line.ts';

/** Columns that a table of pictures may have; `file` it must have. */
export const PICTURE_COLUMNS = 'file, name, note, source, lawfulness, taken_on, child, missing';

type Row = Partial<
  Pick<PictureLine, 'name' | 'note' | 'source' | 'lawfulness' | 'takenOn' | 'child' | 'missing'>
>;

/** What a table says of files, by their names in small letters. */
export interface PictureTable {
  readonly rows: ReadonlyMap<string, Row>;
  /** Lines of the table (from 1) that cannot be used: no file is named, or the day is none. */
  readonly badLines: readonly number[];
}

const YES: ReadonlySet<string> = new Set(['1', 'yes', 'y', 'true', 'x', 'ہاں']);

/** Reads a CSV table of pictures; null where it has no column `file`. */
export function readPictureTable(text: string): PictureTable | null {
  const [header, ...lines] = csvLines(text);
  // As spreadsheets write it where a comma is in numbers.
  const separator = header?.text.includes(';') ? ';' : ',';
  const names = (csvCells(header?.text ?? '', separator) ?? []).map((cell) => cell.toLowerCase());
  if (!names.includes('file')) return null;
  const rows = new Map<string, Row>();
  const badLines: number[] = [];
  for (const { line, text: row } of lines) {
    if (row.trim() === '') continue;
    const cells = csvCells(row, separator);
    const cell = (name: string) => cells?.[names.indexOf(name)] ?? '';
    const [file, takenOn] = [cell('file').toLowerCase(), cell('taken_on')];
    if (cells === null || file === '' || !(takenOn === '' || isDay(takenOn))) {
      badLines.push(line);
      continue;
    }
    const flag = (name: string) =>
      names.includes(name) ? { [name]: YES.has(cell(name).toLowerCase()) } : {};
    const said = Object.entries({
      ...{ name: cell('name'), note: cell('note'), source: cell('source'), lawfulness: cell('lawfulness') },
      takenOn,
    }).filter(([, value]) => value !== '');
    rows.set(file, { ...Object.fromEntries(said), ...flag('child'), ...flag('missing') });
  }
  return { rows, badLines };
}

/** Puts what a table says on the lines of its files. @returns the lines, and how many of them it names */
export function fillLines(
  lines: readonly PictureLine[],
  { rows }: PictureTable,
): { readonly lines: PictureLine[]; readonly filled: number } {
  let filled = 0;
  const after = lines.map((line) => {
    const row = rows.get(line.file.name.toLowerCase());
    if (row === undefined) return line;
    filled += 1;
    return { ...line, ...row };
  });
  return { lines: after, filled };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
