import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { sql } from 'kysely';
import { syncFolder } from '../durable-file.ts';
import { dayPartition } from '../observation-partitions.ts';
import type { Database } from '../open-database.ts';

/** A row of a day's file. Names and positions of cameras, evidence and corrections stay in the database. */
export interface ColdSighting {
  readonly capturedAt: Instant;
  readonly id: Identifier;
}

export interface ColdQuery {
  readonly plates: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
  readonly cameras?: readonly Identifier[];
  readonly class?: string;
  readonly colour?: string;
  readonly sites: 'all' | readonly Identifier[];
  readonly oldestFirst?: boolean;
  readonly limit: number;
}

/** Rows of a group of a file: small, so that one plate of a sorted file is in one or two of them. */
const ROW_GROUP = 20_480;
const PAGE = 10_000;
const DAY_MS = 24 * 60 * 60_000;

const COLUMNS = [
  'captured_at TIMESTAMP',
  'id VARCHAR',
  'plate VARCHAR',
  'confidence REAL',
  'format VARCHAR',
  'rows TINYINT',
  'site_id VARCHAR',
  'camera_id VARCHAR',
  'simulated BOOLEAN',
  'class VARCHAR',
  'class_confidence REAL',
  'colour VARCHAR',
  'colour_confidence REAL',
  'heading VARCHAR',
  'box REAL[]',
  'suspicion VARCHAR',
];
const NAMES = COLUMNS.map((column) => column.split(' ')[0]!);

/** A row as the files hold it; `captured_at` in milliseconds of Unix time. */
export interface ColdRow {
  readonly captured_at: number;
  readonly id: Identifier;
  readonly plate: string;
  readonly confidence: number;
  readonly format: string | null;
  readonly rows: number;
  readonly site_id: Identifier;
  readonly camera_id: Identifier;
  readonly simulated: boolean;
  readonly class: string | null;
  readonly class_confidence: number;
  readonly colour: string | null;
  readonly colour_confidence: number;
  readonly heading: string | null;
  readonly box: number[] | null;
  readonly suspicion: string | null;
}

/**
 * Sightings of past days as Parquet files, one a day (`2026-03-01.parquet`), sorted by plate. Any tool that reads
 * Parquet reads them. A file is written whole beside its place and then renamed: there is never half a day.
 */
export class ColdSightings implements Disposable {
  readonly #folder: string;
  readonly #connection: DuckDBConnection;
  readonly #instance: DuckDBInstance;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#folder = folder;
    this.#instance = instance;
    this.#connection = connection;
  }

  /** Opens a folder, making it when missing, and removes what a crash left unfinished. */
  static async open(folder: string): Promise<ColdSightings> {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder))
      if (name.endsWith('.part')) await rm(join(folder, name), { force: true });
    const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' });
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'; SET enable_object_cache = true;").catch(async () => {
      // Newer versions always keep what they know of files.
      await connection.run("SET TimeZone = 'UTC'");
    });
    return new ColdSightings(folder, instance, connection);
  }

  [Symbol.dispose](): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  /** The days that have a file, oldest first. */
  async days(): Promise<string[]> {
    return (await readdir(this.#folder))
      .filter((name) => /^\d{4}-\d\d-\d\d\.parquet$/.test(name))
      .map((name) => name.slice(0, 10))
      .sort();
  }

  /** Writes the sightings of a day from the database, replacing its file. @returns how many */
  async exportDay(db: Database, day: string): Promise<number> {
    return this.#queue(async () => {
      await this.#connection.run(`CREATE OR REPLACE TEMP TABLE outgoing (${COLUMNS.join(', ')})`);
      let after: { capturedAt: Instant; id: Identifier } | null = null;
      let count = 0;
      while (true) {
        const rows: Record<string, unknown>[] = await pageOf(db, day, after);
        if (rows.length === 0) break;
        count += rows.length;
        await this.#append(rows);
        const last: Record<string, unknown> = rows.at(-1)!;
        after = { capturedAt: instantOf(Number(last.captured_at)), id: String(last.id) };
      }
      // Reads that came late join those that are in the file.
      const earlier = (await this.days()).includes(day)
        ? ` UNION ALL SELECT * FROM read_parquet(${quoted(this.#pathOf(day))}) WHERE id NOT IN (SELECT id FROM outgoing)`
        : '';
      if (count > 0) await this.#write(day, `SELECT * FROM outgoing${earlier}`);
      await this.#connection.run('DROP TABLE outgoing');
      return count;
    });
  }

  /** Rows of plates, newest first. */
  async find(query: ColdQuery): Promise<ColdRow[]> {
    if (query.plates.length === 0 || query.limit === 0) return [];
    return this.#queue(async () => {
      const first = query.from.slice(0, 10);
      const files = (await this.days()).filter((day) => day >= first && day <= query.to.slice(0, 10));
      if (files.length === 0) return [];
      const values: DuckDBValue[] = [];
      const among = (column: string, list: readonly string[]) =>
        `${column} IN (${list.map((value) => `$${values.push(value)}`).join(', ')})`;
      const conditions = [
        among('plate', query.plates),
        `captured_at >= $${values.push(plain(query.from))}::TIMESTAMP`,
        `captured_at < $${values.push(plain(query.to))}::TIMESTAMP`,
      ];
      if (query.cameras !== undefined && query.cameras.length > 0)
        conditions.push(among('camera_id', query.cameras));
      if (query.sites !== 'all')
        conditions.push(query.sites.length === 0 ? 'false' : among('site_id', query.sites));
      if (query.class !== undefined) conditions.push(among('class', [query.class]));
      if (query.colour !== undefined) conditions.push(among('colour', [query.colour]));
      const order = query.oldestFirst === true ? 'ASC' : 'DESC';
      const reader = await this.#connection.runAndReadAll(
        `SELECT * REPLACE (epoch_ms(captured_at) AS captured_at)
         FROM read_parquet([${files.map((day) => quoted(this.#pathOf(day))).join(', ')}])
         WHERE ${conditions.join(' AND ')}
         ORDER BY captured_at ${order}, id ${order} LIMIT ${query.limit}`,
        values,
      );
      return reader.getRowObjectsJson().map(coldRowOf);
    });
  }

  /**
   * Takes rows out of a day's file by writing it anew; a file without rows is removed.
   * @param keep identifiers of rows that stay
   * @returns how many rows were taken out
   */
  async keepOnly(day: string, keep: ReadonlySet<Identifier>): Promise<number> {
    return this.#queue(async () => {
      const file = quoted(this.#pathOf(day));
      await this.#connection.run('CREATE OR REPLACE TEMP TABLE kept (id VARCHAR)');
      const appender = await this.#connection.createAppender('kept');
      for (const id of keep) {
        appender.appendVarchar(id);
        appender.endRow();
      }
      appender.closeSync();
      const counted = await this.#connection.runAndReadAll(
        `SELECT count(*) AS all_rows, count(*) FILTER (WHERE id IN (SELECT id FROM kept)) AS stays
         FROM read_parquet(${file})`,
      );
      const [row] = counted.getRowObjectsJson();
      const [all, stays] = [Number(row?.all_rows), Number(row?.stays)];
      if (stays === 0) await rm(this.#pathOf(day), { force: true });
      else if (stays < all)
        await this.#write(day, `SELECT * FROM read_parquet(${file}) WHERE id IN (SELECT id FROM kept)`);
      await this.#connection.run('DROP TABLE kept');
      return all - stays;
    });
  }

  /** Every row of a day that is of one of these plates or identifiers; for retention. */
  async idsOf(
    day: string,
  ): Promise<{ readonly id: Identifier; readonly plate: string; readonly at: number }[]> {
    return this.#queue(async () => {
      const reader = await this.#connection.runAndReadAll(
        `SELECT id, plate, epoch_ms(captured_at) AS at FROM read_parquet(${quoted(this.#pathOf(day))})`,
      );
      return reader
        .getRowObjectsJson()
        .map(({ id, plate, at }) => ({ id: String(id), plate: String(plate), at: Number(at) }));
    });
  }

  async #append(rows: readonly Record<string, unknown>[]): Promise<void> {
    // As one JSON value, so that every type is read by DuckDB itself.
    await this.#connection.run(
      `INSERT INTO outgoing SELECT epoch_ms(captured_at), * EXCLUDE (captured_at) FROM (
         SELECT unnest(from_json($1, '[{${NAMES.map((name) => `"${name}":"${jsonTypeOf(name)}"`).join(',')}}]'),
           max_depth := 2))`,
      [JSON.stringify(rows)],
    );
  }

  async #write(day: string, select: string): Promise<void> {
    const path = this.#pathOf(day);
    await this.#connection.run(
      `COPY (${select} ORDER BY plate, captured_at) TO ${quoted(`${path}.part`)}
       (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP})`,
    );
    await rename(`${path}.part`, path);
    await syncFolder(this.#folder);
  }

  #pathOf(day: string): string {
    return join(this.#folder, `${day}.parquet`);
  }

  /** One at a time: a file is not read while it is replaced. */
  #queue<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

/**
 * Moves a day from the hot store into its file. Who writes to that day meanwhile waits, and then finds no partition:
 * the batch comes again and makes a new one, which joins the file the next day.
 */
export async function moveDay(db: Database, cold: ColdSightings, day: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`LOCK TABLE ${sql.table(dayPartition('sighting', day))} IN ACCESS EXCLUSIVE MODE`.execute(tx);
    const count = await cold.exportDay(tx, day);
    await dropHotDay(tx, day);
    return count;
  });
}

/** Drops a day from the hot store once its file holds it. */
export async function dropHotDay(db: Database, day: string): Promise<void> {
  await sql`DROP TABLE IF EXISTS ${sql.table(dayPartition('sighting', day))}`.execute(db);
}

/** Days of the hot store that are over, oldest first. @param before `YYYY-MM-DD` */
export async function hotDaysBefore(db: Database, before: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent = 'sighting'::regclass ORDER BY relname`.execute(db);
  return rows
    .map(({ name }) => name.replace(/^sighting_(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'))
    .filter((day) => day < before);
}

async function pageOf(
  db: Database,
  day: string,
  after: { readonly capturedAt: Instant; readonly id: Identifier } | null,
): Promise<Record<string, unknown>[]> {
  const from = `${day}T00:00:00.000Z`;
  const to = instantOf(Date.parse(from) + DAY_MS);
  const { rows } = await sql<Record<string, unknown>>`
    SELECT (extract(epoch FROM captured_at) * 1000)::bigint AS captured_at,
      ${sql.join(NAMES.slice(1).map((name) => sql.ref(name)))}
    FROM sighting
    WHERE captured_at >= ${from}::timestamptz AND captured_at < ${to}::timestamptz
      ${after === null ? sql`` : sql`AND (captured_at, id) > (${after.capturedAt}::timestamptz, ${after.id}::uuid)`}
    ORDER BY sighting.captured_at, id LIMIT ${PAGE}`.execute(db);
  return rows;
}

function jsonTypeOf(name: string): string {
  return name === 'captured_at' ? 'BIGINT' : COLUMNS[NAMES.indexOf(name)]!.split(' ')[1]!;
}

function coldRowOf(row: Record<string, unknown>): ColdRow {
  return { ...(row as unknown as ColdRow), captured_at: Number(row.captured_at) };
}

/** An instant as DuckDB's timestamps without a zone are written: UTC. */
function plain(instant: Instant): string {
  return instant.replace('T', ' ').replace('Z', '');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
