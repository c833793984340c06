import { type FileEncoding, SEPARATORS, type Separator } from '@amaan/contracts/crime/import-mapping';
import { readNumber } from '@amaan/contracts/tables/read-number';
import { readTime } from '@amaan/contracts/tables/read-time';
import { CsvRecords, csvCellsOf, LONGEST_ROW } from './csv-records.ts';
import {
  FeatureScanner,
  featureOf,
  GeojsonRecords,
  LATITUDE_COLUMN,
  LONGITUDE_COLUMN,
} from './geojson-records.ts';
import { ImportError } from './import-error.ts';
import type { RecordParser } from './source-record.ts';

/** How a file of text is written. */
export interface FileShape {
  readonly format: 'csv' | 'geojson';
  readonly encoding: FileEncoding;
  /** The encoding is a guess: it is neither UTF-8 nor UTF-16. */
  readonly encodingGuessed: boolean;
  /** Null: the format has none. */
  readonly separator: Separator | null;
  readonly header: boolean;
  readonly columns: readonly string[];
}

export interface ShapeWishes {
  readonly encoding?: FileEncoding | undefined;
  readonly separator?: Separator | undefined;
  readonly header?: boolean | undefined;
}

/** How many lines or features of the beginning are looked at. */
const LOOKED_AT = 200;

/** Parquet files begin with these four letters. */
export function isParquet(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PAR1';
}

/**
 * How a file is written, by its beginning: encoding, format, separator, whether its first line names the columns.
 * What is wished for is not looked for.
 *
 * @param head its first bytes, not compressed
 * @throws ImportError `IMPORT_EMPTY`, `IMPORT_FORMAT`
 */
export function fileShapeOf(head: Uint8Array, wishes: ShapeWishes = {}): FileShape {
  const { encoding, guessed } =
    wishes.encoding === undefined ? encodingOf(head) : { encoding: wishes.encoding, guessed: false };
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  const begin = text.trimStart()[0];
  if (begin === undefined) throw new ImportError('IMPORT_EMPTY', 'The file is empty; nothing was imported.');
  const common = { encoding, encodingGuessed: guessed };
  if (begin === '{')
    return { ...common, format: 'geojson', separator: null, header: true, columns: propertiesOf(text) };
  if (begin === '[' || begin === '<' || text.slice(0, 4096).includes('\0'))
    throw new ImportError(
      'IMPORT_FORMAT',
      'The file is neither CSV nor GeoJSON nor Parquet; nothing was imported. Of a spreadsheet, save the sheet as CSV.',
    );
  const lines = text
    .slice(0, LONGEST_ROW * 4)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  const separator = wishes.separator ?? separatorOf(lines);
  const first = csvCellsOf(lines[0]!, separator) ?? [lines[0]!];
  const header = wishes.header ?? !first.some((cell) => isValue(cell));
  return { ...common, format: 'csv', separator, header, columns: columnNames(first, header) };
}

/**
 * What cuts the file into rows.
 * @param wanted names of columns
 * @throws ImportError `IMPORT_COLUMN`: the file has no column of that name
 */
export function recordParser(shape: FileShape, wanted: readonly string[]): RecordParser {
  if (shape.format === 'geojson') return new GeojsonRecords(wanted);
  const { separator, header, columns } = shape;
  return new CsvRecords({ separator: separator ?? ',', header, columns }, columnNumbers(columns, wanted));
}

/** Numbers of columns, from 0. @throws ImportError `IMPORT_COLUMN` */
export function columnNumbers(columns: readonly string[], wanted: readonly string[]): number[] {
  return wanted.map((name) => {
    const at = columns.indexOf(name);
    if (at >= 0) return at;
    throw new ImportError(
      'IMPORT_COLUMN',
      `The file has no column "${name}"; nothing was imported. Its columns are: ${columns.slice(0, 40).join(', ')}.`,
    );
  });
}

/** By its mark, by the zeros of UTF-16, or by whether it is well-formed UTF-8. */
function encodingOf(head: Uint8Array): { encoding: FileEncoding; guessed: boolean } {
  const sure = (encoding: FileEncoding) => ({ encoding, guessed: false });
  if (head[0] === 0xff && head[1] === 0xfe) return sure('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return sure('utf-16be');
  const looked = head.subarray(0, 4096);
  let [even, odd] = [0, 0];
  looked.forEach((byte, n) => {
    if (byte === 0 && n % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
  });
  // Digits and Latin letters have a zero beside them.
  if (odd > looked.length / 5 && even < odd / 4) return sure('utf-16le');
  if (even > looked.length / 5 && odd < even / 4) return sure('utf-16be');
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return sure('utf-8');
  } catch {
    return { encoding: 'windows-1252', guessed: true };
  }
}

/** The mark that cuts most lines into the same number of cells; a space only when no other does. */
function separatorOf(lines: readonly string[]): Separator {
  let best: { separator: Separator; score: number } = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const counts = lines.slice(0, 50).map((line) => csvCellsOf(line, separator)?.length ?? 0);
    const cells = counts[0]!;
    if (cells < 2) continue;
    const alike = counts.filter((count) => count === cells).length / counts.length;
    // Decimal commas and commas within texts cut unevenly, or beside another mark that cuts evenly.
    const score =
      alike * 100 + (separator === ',' || separator === ' ' ? 0 : 10) - (separator === ' ' ? 50 : 0);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** Whether a cell is what stands below names: a number or a time. */
function isValue(cell: string): boolean {
  return readNumber(cell, true) !== null || readTime([cell], 'dmy') !== null;
}

function columnNames(cells: readonly string[], header: boolean): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, n) => {
    const name = header && cell !== '' ? cell.slice(0, 190) : String(n + 1);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function propertiesOf(text: string): string[] {
  const features = new FeatureScanner().push(text).slice(0, LOOKED_AT);
  const names = new Set([LONGITUDE_COLUMN, LATITUDE_COLUMN]);
  for (const feature of features) for (const name of featureOf(feature)?.keys() ?? []) names.add(name);
  return [...names];
}
