import type { Separator } from '@amaan/contracts/crime/import-mapping';
import { csvCells } from '@amaan/contracts/csv-cells';
import type { RecordParser, SourceRecord } from './source-record.ts';

/** No row is longer, in characters, so that a file without line ends cannot fill the memory. */
export const LONGEST_ROW = 64 * 1024;
/** How far a quoted cell may go on over lines. */
const MOST_LINES = 200;

export interface CsvShape {
  readonly separator: Separator;
  readonly header: boolean;
  readonly columns: readonly string[];
}

/**
 * Rows of CSV (RFC 4180). A quoted cell may go on over lines; where its closing mark does not come, or the row that it
 * makes does not fit the columns, its first line alone is bad and the next ones are read by themselves.
 */
export class CsvRecords implements RecordParser {
  readonly #separator: Separator;
  readonly #columns: number;
  readonly #wanted: readonly number[];
  #skipHeader: boolean;
  #rest = '';
  #line = 0;
  /** The row at the end of the rest is too long and already reported. */
  #skipping = false;
  /** Lines of a cell that is still open. */
  #open: { line: number; text: string }[] = [];

  /** @param wanted numbers of columns, from 0 */
  constructor({ separator, header, columns }: CsvShape, wanted: readonly number[]) {
    this.#separator = separator;
    this.#columns = columns.length;
    this.#wanted = wanted;
    this.#skipHeader = header;
  }

  push(text: string): SourceRecord[] {
    const records: SourceRecord[] = [];
    const all = this.#rest + text;
    let from = 0;
    // Lines end at a line feed, a carriage return, or both; what was found ahead is not looked for again.
    let [feed, back] = [all.indexOf('\n'), all.indexOf('\r')];
    for (;;) {
      if (feed >= 0 && feed < from) feed = all.indexOf('\n', from);
      if (back >= 0 && back < from) back = all.indexOf('\r', from);
      const end = feed < 0 || (back >= 0 && back < feed) ? back : feed;
      // A carriage return at the end may be half of a line end.
      if (end < 0 || (end === back && end === all.length - 1)) break;
      this.#takeLine(all.slice(from, end), records);
      from = end === back && feed === back + 1 ? end + 2 : end + 1;
    }
    this.#rest = all.slice(from);
    if (this.#rest.length > LONGEST_ROW) {
      if (!this.#skipping) this.#breakOpen(records);
      if (!this.#skipping) records.push({ line: this.#line + 1, problem: 'too-long' });
      this.#skipping = true;
      this.#rest = '';
    }
    return records;
  }

  end(): SourceRecord[] {
    const records: SourceRecord[] = [];
    const last = this.#rest.endsWith('\r') ? this.#rest.slice(0, -1) : this.#rest;
    this.#rest = '';
    if (last !== '' || this.#skipping) this.#takeLine(last, records);
    this.#breakOpen(records);
    return records;
  }

  #takeLine(text: string, records: SourceRecord[]): void {
    this.#line += 1;
    if (this.#skipping) {
      this.#skipping = false;
      return;
    }
    if (text.length > LONGEST_ROW) {
      this.#breakOpen(records);
      records.push({ line: this.#line, problem: 'too-long' });
      return;
    }
    this.#take({ line: this.#line, text }, records);
  }

  #take(line: { line: number; text: string }, records: SourceRecord[]): void {
    if (this.#open.length > 0) {
      this.#open.push(line);
      const length = this.#open.reduce((sum, { text }) => sum + text.length, 0);
      if (marksOf(line.text) % 2 === 1) this.#flushOpen(records, false);
      else if (this.#open.length > MOST_LINES || length > LONGEST_ROW) this.#flushOpen(records, true);
      return;
    }
    if (line.text.includes('"') && opensCell(line.text, this.#separator)) {
      this.#open.push(line);
      return;
    }
    const record = this.#recordOf(line.line, csvCellsOf(line.text, this.#separator));
    if (record !== null) records.push(record);
  }

  /** @param broken the cell that is open is not closed any more */
  #flushOpen(records: SourceRecord[], broken: boolean): void {
    const open = this.#open;
    const [first, ...others] = open;
    if (first === undefined) return;
    this.#open = [];
    if (!broken) {
      const cells = csvCells(open.map(({ text }) => text).join('\n'), this.#separator);
      if (cells?.length === this.#columns) {
        const record = this.#recordOf(first.line, cells);
        if (record !== null) records.push(record);
        return;
      }
    }
    records.push({ line: first.line, problem: 'unclosed-quote' });
    this.#skipHeader = false;
    for (const line of others) this.#take(line, records);
  }

  /** Nothing more can close what is open. */
  #breakOpen(records: SourceRecord[]): void {
    while (this.#open.length > 0) this.#flushOpen(records, true);
  }

  #recordOf(line: number, cells: string[] | null): SourceRecord | null {
    if (cells?.every((cell) => cell === '') === true) return null;
    if (this.#skipHeader) {
      this.#skipHeader = false;
      return null;
    }
    if (cells === null) return { line, problem: 'unclosed-quote' };
    if (cells.length < this.#columns) return { line, problem: 'too-few-cells' };
    if (cells.length > this.#columns && cells.slice(this.#columns).some((cell) => cell !== ''))
      return { line, problem: 'too-many-cells' };
    return { line, cells: this.#wanted.map((column) => cells[column] ?? '') };
  }
}

/** The cells of a line; of one divided by spaces, runs of them divide once. */
export function csvCellsOf(line: string, separator: Separator): string[] | null {
  return separator === ' ' ? line.trim().split(/\s+/) : csvCells(line, separator);
}

/** Whether a cell of the line begins with a mark that the line does not close. */
function opensCell(line: string, separator: Separator): boolean {
  return separator !== ' ' && marksOf(line) % 2 === 1 && csvCells(line, separator) === null;
}

function marksOf(text: string): number {
  let marks = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) marks += 1;
  return marks;
}
