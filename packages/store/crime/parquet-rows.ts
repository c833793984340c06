import { AmaanError } from '@amaan/contracts/problem';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { identifier, quoted } from './duck-text.ts';

/** `PARQUET_DAMAGED`: the file is not whole, or no Parquet. */
export class ParquetError extends AmaanError {}

/** A row with the texts of the columns that were asked for, in that order; the first row is 1. */
export interface ParquetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A Parquet file of somebody else. Of its columns only those that are asked for are read. */
export class ParquetRows implements Disposable {
  readonly columns: readonly string[];
  readonly #path: string;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(
    path: string,
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    columns: string[],
  ) {
    this.#path = path;
    this.#instance = instance;
    this.#connection = connection;
    this.columns = columns;
  }

  /** @throws ParquetError `PARQUET_DAMAGED` */
  static async open(path: string): Promise<ParquetRows> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '512MB' });
    try {
      const connection = await instance.connect();
      await connection.run("SET TimeZone = 'UTC'");
      const reader = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${quoted(path)})`);
      const columns = reader.getRowObjectsJson().map(({ column_name }) => String(column_name));
      return new ParquetRows(path, instance, connection, columns);
    } catch (cause) {
      instance.closeSync();
      throw new ParquetError(
        'PARQUET_DAMAGED',
        'The Parquet file is damaged or not whole; nothing was imported.',
        { cause },
      );
    }
  }

  [Symbol.dispose](): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  /**
   * Rows as texts, some thousands at a time. Times without a zone are clock times; those with one end in `+00`.
   * @param wanted names among `columns`
   * @throws ParquetError `PARQUET_DAMAGED`
   */
  async *rows(wanted: readonly string[], most = Number.MAX_SAFE_INTEGER): AsyncGenerator<ParquetRow[]> {
    const list = wanted.map((name) => `coalesce(CAST(${identifier(name)} AS VARCHAR), '')`).join(', ');
    let line = 0;
    try {
      const result = await this.#connection.stream(
        `SELECT ${list} FROM read_parquet(${quoted(this.#path)}) LIMIT ${most}`,
      );
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        yield chunk.getRows().map((row) => ({ line: ++line, cells: row.map((cell) => String(cell).trim()) }));
      }
    } catch (cause) {
      throw new ParquetError('PARQUET_DAMAGED', 'The Parquet file is damaged; nothing was imported.', {
        cause,
      });
    }
  }
}
