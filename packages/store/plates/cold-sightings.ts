import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { sql } from 'kysely';
import { syncFolder } from '../durable-file.ts';
import { dayPartition } from '../observation-partitions.ts';
import type { Database } from '../open-database.ts';
import type { PlateCondition } from './sightings.ts';

export interface ColdQuery {
  /** Which plates; left out: whatever they are. */
  readonly plates?: PlateCondition;
  /** Also these plates as they were read, whatever `plates` says: somebody has corrected them. */
  readonly misread?: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
  /** Left out: all. */
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
    // What the end of each file says of its groups of rows is read once, and again only when the file has changed.
    await connection.run("SET TimeZone = 'UTC'; SET parquet_metadata_cache = true");
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

  /**
   * Rows of listed plates in all files at once, newest first unless asked otherwise. Files are sorted by plate, so
   * that little of them is read.
   */
  async find(query: ColdQuery): Promise<ColdRow[]> {
    return this.#queue(async () => this.#select(await this.#daysWithin(query), query));
  }

  /**
   * Rows by anything else than listed plates. Of each day all plates are read, so it goes day by day and stops once
   * there are enough.
   * @param mayGoOn asked before each day but the first
   * @returns with the first day that was not looked at, where it was stopped; null: nothing was left out
   */
  async findDayByDay(
    query: ColdQuery,
    mayGoOn: () => boolean,
  ): Promise<{ readonly rows: ColdRow[]; readonly stoppedBefore: string | null }> {
    const days = await this.#daysWithin(query);
    if (query.oldestFirst !== true) days.reverse();
    const rows: ColdRow[] = [];
    for (const [n, day] of days.entries()) {
      if (rows.length >= query.limit) break;
      if (n > 0 && !mayGoOn()) return { rows, stoppedBefore: day };
      const rest = { ...query, limit: query.limit - rows.length };
      rows.push(...(await this.#queue(async () => this.#select([day], rest))));
    }
    return { rows, stoppedBefore: null };
  }

  async #daysWithin({ from, to }: ColdQuery): Promise<string[]> {
    return (await this.days()).filter((day) => day >= from.slice(0, 10) && day <= to.slice(0, 10));
  }

  async #select(days: readonly string[], query: ColdQuery): Promise<ColdRow[]> {
    const there = new Set(await this.days());
    const files = days.filter((day) => there.has(day));
    if (files.length === 0 || query.limit === 0) return [];
    const values: DuckDBValue[] = [];
    const order = query.oldestFirst === true ? 'ASC' : 'DESC';
    const reader = await this.#connection.runAndReadAll(
      `SELECT * REPLACE (epoch_ms(captured_at) AS captured_at)
       FROM read_parquet([${files.map((day) => quoted(this.#pathOf(day))).join(', ')}])
       WHERE ${conditionOf(query, values)}
       ORDER BY captured_at ${order}, id ${order} LIMIT ${query.limit}`,
      values,
    );
    return reader.getRowObjectsJson().map(coldRowOf);
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

/** A condition of SQL; what it names by number is appended to the values. */
function conditionOf(query: ColdQuery, values: DuckDBValue[]): string {
  const among = (column: string, list: readonly string[]) =>
    list.length === 0
      ? 'false'
      : `${column} IN (${list.map((value) => `$${values.push(value)}`).join(', ')})`;
  const { plates, misread = [], cameras, sites } = query;
  const parts = [
    `captured_at >= $${values.push(plain(query.from))}::TIMESTAMP`,
    `captured_at < $${values.push(plain(query.to))}::TIMESTAMP`,
  ];
  if (plates?.kind === 'listed') parts.push(among('plate', [...new Set([...plates.plates, ...misread])]));
  else if (plates !== undefined) {
    const pattern = `$${values.push(plates.pattern)}`;
    const fits = plates.kind === 'like' ? `plate LIKE ${pattern}` : `regexp_matches(plate, ${pattern})`;
    parts.push(`(${fits} OR ${among('plate', misread)})`);
  }
  if (cameras !== undefined) parts.push(among('camera_id', cameras));
  if (sites !== 'all') parts.push(among('site_id', sites));
  if (query.class !== undefined) parts.push(among('class', [query.class]));
  if (query.colour !== undefined) parts.push(among('colour', [query.colour]));
  return parts.join(' AND ');
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
