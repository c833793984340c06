import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { FileEncoding, Separator } from '@amaan/contracts/crime/import-mapping';
import {
  columnNumbers,
  fileShapeOf,
  isParquet,
  recordParser,
  type ShapeWishes,
} from '@amaan/crime-analytics/import/file-shape';
import type { SampleOf } from '@amaan/crime-analytics/import/propose-mapping';
import type { SourceRecord } from '@amaan/crime-analytics/import/source-record';
import { type OpenedSource, openSource, textOf } from '@amaan/crime-analytics/import/source-text';
import { SAMPLE_ROWS, sampleOfText, sampleRecords } from '@amaan/crime-analytics/import/text-sample';
import { ParquetRows } from '@amaan/store/crime/parquet-rows';

/** A file of rows whose beginning was looked at. It is read once. */
export interface OpenedRows extends AsyncDisposable {
  readonly format: 'csv' | 'geojson' | 'parquet';
  readonly compressed: boolean;
  /** Null: the format has none. */
  readonly encoding: FileEncoding | null;
  readonly encodingGuessed: boolean;
  readonly separator: Separator | null;
  readonly header: boolean;
  readonly columns: readonly string[];
  /** Whether the rows of the sample are all. */
  readonly isWhole: boolean;
  readonly sampleOf: SampleOf;
  /** The first rows, by these columns. @throws ImportError `IMPORT_COLUMN` */
  sample(columns: readonly string[]): readonly SourceRecord[];
  /** All rows, some at a time, by these columns and no others. @throws ImportError `IMPORT_COLUMN` */
  rows(columns: readonly string[]): AsyncIterable<readonly SourceRecord[]>;
}

export interface OpenRowsOptions {
  readonly wishes?: ShapeWishes;
  /** Where Parquet is put to be read, since its index is at its end; whoever calls deletes it. */
  readonly spool: string;
}

/**
 * Looks at the beginning of a file of rows: CSV, GeoJSON or Parquet, also compressed by gzip.
 * @throws ImportError `IMPORT_EMPTY`, `IMPORT_FORMAT`, `IMPORT_DAMAGED`; ParquetError `PARQUET_DAMAGED`
 */
export async function openRows(
  source: AsyncIterable<Uint8Array>,
  { wishes = {}, spool }: OpenRowsOptions,
): Promise<OpenedRows> {
  const opened = await openSource(source);
  try {
    if (!isParquet(opened.head)) return textRows(opened, wishes);
    await pipeline(opened.bytes, createWriteStream(spool));
    return await parquetRows(spool, opened.compressed);
  } catch (error) {
    await opened[Symbol.asyncDispose]();
    throw error;
  }
}

function textRows(opened: OpenedSource, wishes: ShapeWishes): OpenedRows {
  const { head, isWhole, compressed, bytes } = opened;
  const shape = fileShapeOf(head, wishes);
  return {
    ...shape,
    ...{ compressed, isWhole, sampleOf: sampleOfText(shape, head, isWhole) },
    sample: (columns) => sampleRecords(shape, head, isWhole, columns),
    async *rows(columns) {
      const parser = recordParser(shape, columns);
      for await (const text of textOf(bytes, shape.encoding)) yield parser.push(text);
      yield parser.end();
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

/** Rows of a Parquet file on the disk. @throws ParquetError `PARQUET_DAMAGED` */
export async function parquetRows(path: string, compressed = false): Promise<OpenedRows> {
  const file = await ParquetRows.open(path);
  const first: (readonly string[])[] = [];
  for await (const rows of file.rows(file.columns, SAMPLE_ROWS))
    first.push(...rows.map(({ cells }) => cells));
  const numbersOf = (columns: readonly string[]) => columnNumbers(file.columns, columns);
  return {
    ...{
      format: 'parquet',
      compressed,
      encoding: null,
      encodingGuessed: false,
      separator: null,
      header: true,
    },
    columns: file.columns,
    isWhole: first.length < SAMPLE_ROWS,
    sampleOf: (column) => first.map((cells) => cells[numbersOf([column])[0]!]!),
    sample: (columns) =>
      first.map((cells, n) => ({ line: n + 1, cells: numbersOf(columns).map((number) => cells[number]!) })),
    rows(columns) {
      numbersOf(columns);
      return file.rows(columns);
    },
    [Symbol.asyncDispose]: async () => file[Symbol.dispose](),
  };
}
