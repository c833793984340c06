import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import {
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  VARCHAR,
} from '@duckdb/node-api';
import { quoted } from './duck-text.ts';

/** `INCIDENTS_DISK_FULL`: there was no room to write; nothing was stored. */
export class IncidentStagingError extends AmaanError {}

/** A row to store. */
export interface StagedIncident {
  /** Of the source file; no two rows have the same. */
  readonly line: number;
  /** WGS 84, in degrees. */
  readonly longitude: number;
  readonly latitude: number;
  /** Metres in the plane of the site. */
  readonly east: number;
  readonly north: number;
  /** Milliseconds since 1970 UTC. */
  readonly from: number;
  readonly until: number;
  readonly offence: string;
  readonly externalId: string | null;
}

/** A line that is there already, in the file or in a stored one. */
export interface RepeatedLine {
  readonly line: number;
  readonly code: 'same-id-in-file' | 'same-row-in-file' | 'already-stored';
}

/** What was written. */
export interface StagedFile {
  readonly stored: number;
  /** Kept rows that are equal to an earlier one. */
  readonly alike: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly digest: Digest;
  readonly offences: readonly { readonly offence: string; readonly incidents: number }[];
}

const ROWS_OF_CHUNK = 2048;
const TYPES = [DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE, VARCHAR, VARCHAR];

/**
 * What a row is known again by: its own number, or else everything that is read of it (places to a tenth of a metre).
 */
const keyOf = (from: string, until: string) => `CASE WHEN external_id IS NOT NULL THEN hash('id', external_id)
  ELSE hash(offence, ${from}, ${until}, CAST(round(longitude * 1e6) AS BIGINT), CAST(round(latitude * 1e6) AS BIGINT)) END`;
const INCOMING_KEY = keyOf('CAST(from_ms AS BIGINT)', 'CAST(until_ms AS BIGINT)');
const STORED_KEY = keyOf('epoch_ms(from_at)', 'epoch_ms(until_at)');

/**
 * Gathers the rows of one file and writes them as one Parquet file (`ID.parquet.part`). What does not fit into memory goes
 * to the disk meanwhile. Unless it is finished and its part renamed, nothing of it stays.
 */
export class IncidentStaging implements AsyncDisposable {
  readonly #folder: string;
  readonly #id: Identifier;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #appender: DuckDBAppender;
  #rows: StagedIncident[] = [];

  private constructor(
    folder: string,
    id: Identifier,
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    appender: DuckDBAppender,
  ) {
    this.#folder = folder;
    this.#id = id;
    this.#instance = instance;
    this.#connection = connection;
    this.#appender = appender;
  }

  /** @param folder where files of incidents lie @param id of the import */
  static async open(folder: string, id: Identifier): Promise<IncidentStaging> {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: '2',
      memory_limit: '512MB',
      temp_directory: join(folder, `${id}.spill.part`),
    });
    const connection = await instance.connect();
    await connection.run(`SET TimeZone = 'UTC'; SET preserve_insertion_order = false;
      CREATE TABLE incoming (line DOUBLE, longitude DOUBLE, latitude DOUBLE, east DOUBLE, north DOUBLE,
        from_ms DOUBLE, until_ms DOUBLE, offence VARCHAR, external_id VARCHAR)`);
    return new IncidentStaging(folder, id, instance, connection, await connection.createAppender('incoming'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
    await rm(join(this.#folder, `${this.#id}.spill.part`), { recursive: true, force: true });
  }

  /** @throws IncidentStagingError `INCIDENTS_DISK_FULL` */
  add(row: StagedIncident): void {
    this.#rows.push(row);
    if (this.#rows.length === ROWS_OF_CHUNK) this.#append();
  }

  /**
   * Finds rows that are there already. A row without a number of its own is there already as often as stored files have it:
   * a file that repeats the months before adds only what is new.
   *
   * @param stored paths of files to hold them against
   */
  async repeated(
    stored: readonly string[],
    dropSameRows: boolean,
  ): Promise<AsyncIterable<readonly RepeatedLine[]>> {
    return this.#writing(async () => {
      this.#append();
      this.#appender.closeSync();
      const storedKeys =
        stored.length === 0
          ? 'SELECT 0::UBIGINT AS key, 0::BIGINT AS copies WHERE false'
          : `SELECT ${STORED_KEY} AS key, count(*) AS copies
             FROM read_parquet([${stored.map(quoted).join(', ')}]) GROUP BY 1`;
      await this.#connection.run(`
        CREATE TEMP TABLE known AS ${storedKeys};
        CREATE TEMP TABLE keyed AS SELECT line, ${INCOMING_KEY} AS key, external_id IS NOT NULL AS has_id FROM incoming;
        CREATE TEMP TABLE often AS SELECT key FROM keyed GROUP BY key HAVING count(*) > 1;
        CREATE TEMP TABLE verdict AS
          WITH numbered AS (
            SELECT line, has_id, coalesce(copies, 0) AS copies,
              row_number() OVER (PARTITION BY key ORDER BY line) AS n
            FROM keyed LEFT JOIN known USING (key)
            WHERE key IN (SELECT key FROM often) OR key IN (SELECT key FROM known))
          SELECT line, CASE
              WHEN copies >= n OR (has_id AND copies > 0) THEN 'already-stored'
              WHEN n > 1 AND has_id THEN 'same-id-in-file'
              WHEN n > 1 AND ${dropSameRows} THEN 'same-row-in-file'
              WHEN n > 1 THEN 'alike' END AS code
          FROM numbered WHERE n > 1 OR copies > 0;
        DELETE FROM verdict WHERE code IS NULL;
        DROP TABLE known; DROP TABLE keyed; DROP TABLE often`);
      return this.#verdicts();
    });
  }

  async *#verdicts(): AsyncGenerator<readonly RepeatedLine[]> {
    const result = await this.#connection.stream(
      "SELECT line, code FROM verdict WHERE code <> 'alike' ORDER BY line",
    );
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk
        .getRows()
        .map(([line, code]) => ({ line: Number(line), code: String(code) as RepeatedLine['code'] }));
    }
  }

  /**
   * Writes what is left, by time. To be called after `repeated`.
   * @returns null: nothing is left, and nothing was written
   * @throws IncidentStagingError `INCIDENTS_DISK_FULL`
   */
  async write(): Promise<StagedFile | null> {
    return this.#writing(async () => {
      await this.#connection.run(`CREATE TEMP VIEW kept AS SELECT * FROM incoming
        WHERE line NOT IN (SELECT line FROM verdict WHERE code <> 'alike')`);
      const [facts] =
        await this.#rowsOf(`SELECT count(*) AS stored, min(from_ms) AS first_at, max(until_ms) AS last_at,
        (SELECT count(*) FROM verdict WHERE code = 'alike') AS alike FROM kept`);
      const stored = Number(facts!.stored);
      if (stored === 0) return null;
      const part = join(this.#folder, `${this.#id}.parquet.part`);
      await this.#connection.run(`COPY (
          SELECT CAST(line AS INTEGER) AS line, longitude, latitude, east, north,
            make_timestamp(CAST(from_ms AS BIGINT) * 1000) AS from_at,
            make_timestamp(CAST(until_ms AS BIGINT) * 1000) AS until_at, offence, external_id
          FROM kept ORDER BY from_ms, line
        ) TO ${quoted(part)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`);
      const offences = await this.#rowsOf(
        'SELECT offence, count(*) AS incidents FROM kept GROUP BY offence ORDER BY incidents DESC, offence',
      );
      const digest = await syncedDigest(part);
      return {
        stored,
        alike: Number(facts!.alike),
        firstAt: Number(facts!.first_at),
        lastAt: Number(facts!.last_at),
        digest,
        offences: offences.map(({ offence, incidents }) => ({
          offence: String(offence),
          incidents: Number(incidents),
        })),
      };
    });
  }

  async #rowsOf(statement: string): Promise<Record<string, unknown>[]> {
    return (await this.#connection.runAndReadAll(statement)).getRowObjectsJson();
  }

  #append(): void {
    const rows = this.#rows;
    if (rows.length === 0) return;
    this.#rows = [];
    const chunk = DuckDBDataChunk.create(TYPES, rows.length);
    chunk.setColumns([
      rows.map(({ line }) => line),
      rows.map(({ longitude }) => longitude),
      rows.map(({ latitude }) => latitude),
      rows.map(({ east }) => east),
      rows.map(({ north }) => north),
      rows.map(({ from }) => from),
      rows.map(({ until }) => until),
      rows.map(({ offence }) => offence),
      rows.map(({ externalId }) => externalId),
    ]);
    try {
      this.#appender.appendDataChunk(chunk);
    } catch (cause) {
      throw asStagingError(cause);
    }
  }

  async #writing<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (cause) {
      throw asStagingError(cause);
    }
  }
}

/** Whether an error says that a disk has no room. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true;
  return /no space left|disk quota|failed to offload|max_temp_directory_size|could not write all bytes/i.test(
    error.message,
  );
}

function asStagingError(error: unknown): unknown {
  if (!isDiskFull(error)) return error;
  return new IncidentStagingError(
    'INCIDENTS_DISK_FULL',
    'The disk is full: nothing of the file was stored. Make room and import it again.',
    { cause: error },
  );
}

/** Sees to it that a file is on the disk, and its sha256. */
async function syncedDigest(path: string): Promise<Digest> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
