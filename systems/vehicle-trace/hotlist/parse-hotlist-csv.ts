import { csvCells, csvLines } from '@amaan/contracts/csv-cells';
import { type HotlistEntryInput, HotlistEntryInput as Schema } from '@amaan/contracts/plates/hotlist';
import { AmaanError } from '@amaan/contracts/problem';

/** `HOTLIST_HEADER`: the first line does not name the columns. */
export class HotlistCsvError extends AmaanError {}

/** A line of the file: an entry, or why it is none. Lines count from 1, the header is one. */
export type HotlistLine =
  | { readonly line: number; readonly entry: HotlistEntryInput }
  | { readonly line: number; readonly text: string; readonly reason: string };

const COLUMNS = { plate: 'plate', note: 'note', casenumber: 'caseNumber', expireson: 'expiresOn' } as const;
const LONGEST_TEXT = 200;

/**
 * Reads a file of entries line by line, a million of them without holding them all. A byte order mark, CRLF,
 * semicolons or tabs instead of commas, quoted fields and columns in any order are fine; a line is always one entry,
 * so that a forgotten quotation mark spoils one line and not the rest.
 *
 * @throws HotlistCsvError `HOTLIST_HEADER` on the first step
 */
export function* parseHotlistCsv(csv: string): Generator<HotlistLine> {
  let [separator, columns] = [',', null as Column[] | null];
  for (const { line, text } of csvLines(csv)) {
    if (columns === null) {
      separator = [';', '\t', ','].find((mark) => text.includes(mark)) ?? ',';
      columns = columnsOf(text, separator);
    } else if (text.trim() !== '' && !csvCells(text, separator)?.every((cell) => cell === ''))
      yield { line, ...read(text, separator, columns) };
  }
  if (columns === null) columnsOf('', separator);
}

type Column = (typeof COLUMNS)[keyof typeof COLUMNS] | null;

function columnsOf(header: string, separator: string): Column[] {
  const names = (csvCells(header, separator) ?? []).map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const columns = names.map((name) => COLUMNS[name as keyof typeof COLUMNS] ?? null);
  if (columns.includes('plate')) return columns;
  throw new HotlistCsvError(
    'HOTLIST_HEADER',
    'The first line must name the columns, plate among them: plate,note,case_number,expires_on. Nothing was added.',
  );
}

function read(
  text: string,
  separator: string,
  columns: readonly Column[],
): { entry: HotlistEntryInput } | { text: string; reason: string } {
  const bad = (reason: string) => ({ text: text.slice(0, LONGEST_TEXT), reason });
  if (text.includes('�')) return bad('It is not written in UTF-8.');
  // PostgreSQL holds no NUL in a text.
  if (text.includes('\0')) return bad('It has a character that cannot be stored.');
  const fields = csvCells(text, separator);
  if (fields === null) return bad('A quotation mark is not closed.');
  if (fields.length > columns.length)
    return bad(
      `It has ${fields.length} fields, the header names ${columns.length}; quote what holds a separator.`,
    );
  const row: Partial<Record<NonNullable<Column>, string>> = {};
  columns.forEach((column, n) => {
    if (column !== null) row[column] = fields[n] ?? '';
  });
  if ((row.plate ?? '') === '') return bad('It names no plate.');
  const parsed = Schema.safeParse({ ...row, expiresOn: row.expiresOn || null });
  if (parsed.success) return { entry: parsed.data };
  return bad(reasonOf(parsed.error.issues[0]?.path[0]));
}

function reasonOf(field: PropertyKey | undefined): string {
  if (field === 'plate') return 'A plate has 2 to 12 Latin letters and digits.';
  if (field === 'expiresOn') return 'The end must be a day such as 2027-12-31.';
  if (field === 'note') return 'The note is longer than 500 characters.';
  if (field === 'caseNumber') return 'The case number is longer than 40 characters.';
  return 'It cannot be read.';
}
