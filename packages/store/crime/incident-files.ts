import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Identifier } from '@amaan/contracts/identifier';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { syncFolder } from '../durable-file.ts';
import { quoted } from './duck-text.ts';
import {
  type CountedFile,
  countedFile,
  countsSql,
  type FileQuery,
  rowsSql,
  valuesOf,
} from './incident-query.ts';

/** Rows as columns; numbers of one row have the same index. */
export interface RowColumns {
  readonly length: number;
  readonly line: Float64Array;
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly offence: readonly string[];
  /** Which of the asked imports, by its index. */
  readonly file: Float64Array;
}

/** A square cell that has rows, and how many: all of them, and of listed offences. */
export interface CountedCell {
  readonly column: number;
  readonly row: number;
  readonly incidents: number;
  readonly listed: number;
}

const QUARTER_MS = 15 * 60_000;

/**
 * Files of imported rows, one Parquet file an import. A file is written beside its place and gets its name when it is whole;
 * which files count is said by the database alone. Any tool that reads Parquet reads them: `line` of the source, place in
 * degrees and in metres of the site's plane, `from_at` and `until_at` in UTC, offence, the source's own number.
 */
export class IncidentFiles implements AsyncDisposable {
  readonly folder: string;
  #opened: Promise<{ instance: DuckDBInstance; connection: DuckDBConnection }> | null = null;

  constructor(folder: string) {
    this.folder = folder;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const opened = await this.#opened;
    opened?.connection.closeSync();
    opened?.instance.closeSync();
  }

  pathOf(id: Identifier): string {
    return join(this.folder, `${id}.parquet`);
  }

  /** Makes the folder, when it is not there. */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
  }

  /** Gives the parts of an import their names, on the disk once this resolves. */
  async keep(id: Identifier): Promise<void> {
    for (const name of [`${id}.rejected.csv`, `${id}.parquet`])
      await rename(join(this.folder, `${name}.part`), join(this.folder, name));
    await syncFolder(this.folder);
  }

  /** Removes everything of an import, finished or not. */
  async remove(id: Identifier): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => []))
      if (name.startsWith(id)) await rm(join(this.folder, name), { recursive: true, force: true });
  }

  /**
   * Removes what a crash left: parts, and files of imports that are not on record. Call it before imports begin.
   * @param known imports whose files stay
   */
  async removeOthers(known: ReadonlySet<Identifier>): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const id = name.split('.')[0]!;
      if (name.endsWith('.part') || !known.has(id))
        await rm(join(this.folder, name), { recursive: true, force: true });
    }
  }

  /** The CSV of the lines that were not kept; null: there is none any more. */
  async rejectedLines(id: Identifier): Promise<Readable | null> {
    const path = join(this.folder, `${id}.rejected.csv`);
    return (await stat(path).catch(() => null)) === null ? null : createReadStream(path);
  }

  /** Rows as columns, in the order of files and of time. @throws the signal's reason */
  async columns(query: FileQuery, signal?: AbortSignal): Promise<RowColumns> {
    const columns = 'line, east, north, from_ms, until_ms, offence, file';
    return this.#read(`SELECT ${columns} FROM ${rowsSql(query)} ORDER BY file, from_ms, line`, query, signal);
  }

  /** Some rows, always the same ones for a question, spread over all. */
  async sample(query: FileQuery, limit: number): Promise<RowColumns> {
    const columns = 'line, east, north, from_ms, until_ms, offence, file';
    return this.#read(
      `SELECT ${columns} FROM ${rowsSql(query)} ORDER BY hash(line, file), file, line LIMIT ${limit}`,
      query,
    );
  }

  /**
   * Counts by square cells whose corners are whole multiples of their edge, and by import: in one pass.
   * @param listed offences that are counted beside the sum
   */
  async cells(
    query: FileQuery,
    cellMetres: number,
    listed: readonly string[],
  ): Promise<{ readonly cells: readonly CountedCell[]; readonly counts: readonly CountedFile[] }> {
    const values = valuesOf(query);
    const rows = await this.#rowsOf(
      `SELECT file, "column", "row", ${countsSql(listed, values)}
       FROM (SELECT *, CAST(floor(east / ${cellMetres}) AS INTEGER) AS "column",
         CAST(floor(north / ${cellMetres}) AS INTEGER) AS "row" FROM ${rowsSql(query)})
       GROUP BY GROUPING SETS (("column", "row"), (file)) ORDER BY file`,
      query,
      values,
    );
    return {
      cells: rows
        .filter(({ file }) => file === null)
        .map(({ column, row, incidents, listed: some }) => ({
          ...{ column: Number(column), row: Number(row), incidents: Number(incidents), listed: Number(some) },
        })),
      counts: rows.filter(({ file }) => file !== null).map((row) => countedFile(row, query)),
    };
  }

  /** How many rows there are, by import. @param listed offences that are counted beside the sum */
  async counts(query: FileQuery, listed: readonly string[] = []): Promise<CountedFile[]> {
    const values = valuesOf(query);
    const rows = await this.#rowsOf(
      `SELECT file, ${countsSql(listed, values)} FROM ${rowsSql(query)} GROUP BY file ORDER BY file`,
      query,
      values,
    );
    return rows.map((row) => countedFile(row, query));
  }

  /** Rows by offence and by local month in which they may have begun, and the corners of their places. */
  async summary(
    query: FileQuery,
    timeZone: string,
  ): Promise<{
    readonly months: { readonly month: string; readonly incidents: number }[];
    /** `[west, south, east, north]` in degrees. */
    readonly bounds: readonly [number, number, number, number] | null;
  }> {
    const values = valuesOf(query);
    const zone = `$${values.push(timeZone)}`;
    // By quarters of an hour first: clocks of all zones are ahead by whole ones, and each is looked up but once.
    const months = await this.#rowsOf(
      `SELECT strftime(timezone(${zone}, make_timestamptz(quarter * ${QUARTER_MS * 1000})), '%Y-%m') AS month,
         sum(counted) AS incidents
       FROM (SELECT CAST(floor(from_ms / ${QUARTER_MS}) AS BIGINT) AS quarter, count(*) AS counted
         FROM ${rowsSql(query)} GROUP BY quarter)
       GROUP BY month ORDER BY month`,
      query,
      values,
    );
    const [bounds] = await this.#rowsOf(
      `SELECT min(longitude) AS west, min(latitude) AS south, max(longitude) AS east, max(latitude) AS north
       FROM ${rowsSql(query)}`,
      query,
    );
    return {
      months: months.map(({ month, incidents }) => ({ month: String(month), incidents: Number(incidents) })),
      bounds:
        bounds === undefined || bounds.west === null
          ? null
          : [Number(bounds.west), Number(bounds.south), Number(bounds.east), Number(bounds.north)],
    };
  }

  async #rowsOf(
    statement: string,
    query: FileQuery,
    values: DuckDBValue[] = valuesOf(query),
  ): Promise<Record<string, unknown>[]> {
    if (query.imports.length === 0) return [];
    const connection = await this.#connect();
    try {
      const reader = await connection.runAndReadAll(this.#withFiles(statement, query), values);
      return reader.getRowObjectsJson();
    } finally {
      connection.closeSync();
    }
  }

  async #read(statement: string, query: FileQuery, signal?: AbortSignal): Promise<RowColumns> {
    const parts: DuckDBValue[][][] = [];
    if (query.imports.length > 0) {
      const connection = await this.#connect();
      try {
        const result = await connection.stream(this.#withFiles(statement, query), valuesOf(query));
        for (;;) {
          signal?.throwIfAborted();
          const chunk = await result.fetchChunk();
          if (chunk === null || chunk.rowCount === 0) break;
          parts.push(chunk.getColumns());
        }
      } finally {
        connection.closeSync();
      }
    }
    const length = parts.reduce((sum, part) => sum + part[0]!.length, 0);
    const numbers = (column: number) => {
      const values = new Float64Array(length);
      let at = 0;
      for (const part of parts) for (const value of part[column]!) values[at++] = Number(value);
      return values;
    };
    return {
      ...{
        length,
        line: numbers(0),
        east: numbers(1),
        north: numbers(2),
        from: numbers(3),
        until: numbers(4),
      },
      offence: parts.flatMap((part) => part[5] as string[]),
      file: numbers(6),
    };
  }

  /** Puts the files of a query in front of a statement, as `stored`. */
  #withFiles(statement: string, { imports }: FileQuery): string {
    const files = imports.map(
      (id, n) => `SELECT ${n} AS file, * FROM read_parquet(${quoted(this.pathOf(id))})`,
    );
    return `WITH stored AS (${files.join(' UNION ALL ')}) ${statement}`;
  }

  /** Each question has a connection, so that a long one keeps no other waiting. */
  async #connect(): Promise<DuckDBConnection> {
    this.#opened ??= this.#open();
    const { instance } = await this.#opened;
    return instance.connect();
  }

  async #open() {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' });
    const connection = await instance.connect();
    await connection.run("SET GLOBAL TimeZone = 'UTC'; SET GLOBAL parquet_metadata_cache = true");
    return { instance, connection };
  }
}
