import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { SightingFinder } from '@amaan/server/plates/sighting-finder';
import { EmbeddedPostgres } from '@amaan/store/embedded-postgres';
import { migrate } from '@amaan/store/migrations/migrate';
import { ensureDayPartitions } from '@amaan/store/observation-partitions';
import { type Database, openDatabase } from '@amaan/store/open-database';
import { ColdSightings } from '@amaan/store/plates/cold-sightings';
import { findSightings } from '@amaan/store/plates/sightings';
import { DuckDBInstance } from '@duckdb/node-api';
import { sql } from 'kysely';
import type { Benchmark, Figure } from './figure.ts';
import { percentile } from './percentile.ts';

const BENCHMARK = 'trace';
const DAY_MS = 24 * 60 * 60_000;
const ROUNDS = 20;

/** Made-up sizes may be reduced for a quick look: `AMAAN_BENCH_HOT`, `AMAAN_BENCH_COLD` (sightings). */
const HOT = Number(process.env.AMAAN_BENCH_HOT ?? 10_000_000);
const COLD = Number(process.env.AMAAN_BENCH_COLD ?? 100_000_000);
/** A smaller city has fewer days and not emptier ones: how soon a search meets enough depends on how full a day is. */
const HOT_DAYS = Math.min(30, Math.max(1, Math.round(HOT / 333_333)));

/**
 * A plate of the made-up city by a number: half of them begin with LE, as in Lahore. `hash` spreads the numbers, so
 * that some vehicles are seen often and most rarely.
 */
const PLATE_SQL = `(CASE WHEN v % 2 = 0 THEN 'LE' || chr(65 + (v / 2 % 26)::int)
  ELSE chr(65 + (v / 3 % 26)::int) || chr(65 + (v / 79 % 26)::int) || chr(65 + (v / 2051 % 26)::int) END)
  || lpad((v * 7919 % 10000)::text, 4, '0')`;

/** Searches for plates: ten million sightings in PostgreSQL, a hundred million in Parquet. */
export const benchTrace: Benchmark = async function* () {
  const folder = await mkdtemp(join(tmpdir(), 'amaan-trace-'));
  await chmod(folder, 0o711);
  try {
    yield* hotFigures(join(folder, 'postgres'));
    yield* coldFigures(join(folder, 'cold'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function* hotFigures(folder: string): AsyncIterable<Figure> {
  await using postgres = await EmbeddedPostgres.start({ folder });
  const db = openDatabase(postgres.url);
  try {
    await migrate(db);
    const cameras = await fillHot(db);
    const now = Date.now();
    const window = { from: instantOf(now - HOT_DAYS * DAY_MS), to: instantOf(now + DAY_MS) };
    const { rows } = await sql<{ plate: string }>`
      SELECT plate FROM known_plate TABLESAMPLE BERNOULLI (0.01) REPEATABLE (7) LIMIT ${ROUNDS}`.execute(db);
    const plates = rows.map(({ plate }) => plate);
    const finder = new SightingFinder(db, null);
    const search = (plate: string, tolerance = 0) =>
      finder.find({ ...window, plate, tolerance, cameras: [] }, { sites: 'all', limit: 101 });
    const floor = await timed(plates, () => sql`SELECT 1`.execute(db));
    yield figure('one statement that reads nothing (floor), median', floor.p50, 'ms');
    const kinds: readonly [string, (plate: string) => string, number, number][] = [
      ['exact plate', (plate) => plate, 0, 20],
      ['exact plate, tolerance 1', (plate) => plate, 1, 300],
      ['partial: LE?1?34', (plate) => `LE?${plate.at(-4)}?${plate.slice(-2)}`, 0, 300],
      ['partial: first character unknown', (plate) => `?${plate.slice(1, 4)}?${plate.slice(5)}`, 0, 300],
      ['partial: *34', (plate) => `*${plate.slice(-3)}`, 0, 300],
      ['partial: AB*', (plate) => `${plate.slice(0, 2)}*`, 0, 300],
      ['partial: *B1*', (plate) => `*${plate.slice(2, 4)}*`, 0, 300],
      ['partial, tolerance 1', (plate) => `${plate.slice(0, 3)}?${plate.slice(4)}`, 1, 300],
    ];
    for (const [name, queryOf, tolerance, aim] of kinds) {
      const { p50, p95 } = await timed(plates, (plate) => search(queryOf(plate), tolerance));
      yield figure(`${millions(HOT)} sightings, ${name}, median`, p50, 'ms');
      yield { ...figure(`${millions(HOT)} sightings, ${name}, 95 %`, p95, 'ms'), ...aimed(p95, aim, 'ms') };
    }
    const live = await timed(plates, () =>
      findSightings(db, {
        ...{ from: instantOf(now - 15 * 60_000), to: window.to, sites: 'all', limit: 100 },
        cameras: [cameras[3]!],
      }),
    );
    yield figure('reads of one camera in 15 minutes, median', live.p50, 'ms');
  } finally {
    await db.destroy();
  }
}

async function fillHot(db: Database): Promise<string[]> {
  const site = newIdentifier();
  const group = newIdentifier();
  await sql`INSERT INTO site (id, name, created_at) VALUES (${site}, 'Bench', now())`.execute(db);
  await sql`INSERT INTO camera_group (id, site_id, name, is_default, created_at)
    VALUES (${group}, ${site}, 'Bench', true, now())`.execute(db);
  const { rows } = await sql<{ id: string }>`
    INSERT INTO camera (id, site_id, group_id, name, url_sealed, display_url, longitude, latitude, analysis_rate,
      simulated, created_at)
    SELECT uuidv7(), ${site}, ${group}, 'Camera ' || n, '', '', 74 + n * 0.001, 31, 5, false, now()
    FROM generate_series(1, 1000) AS n RETURNING id`.execute(db);
  const cameras = rows.map(({ id }) => id);
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const days = Array.from({ length: HOT_DAYS }, (_, day) => instantOf(today - day * DAY_MS));
  await db.transaction().execute((tx) => ensureDayPartitions(tx, 'sighting', days));
  const perDay = Math.ceil(HOT / HOT_DAYS);
  for (const day of days) {
    await sql`
      INSERT INTO sighting (captured_at, id, plate, confidence, format, rows, site_id, camera_id, simulated, class,
        class_confidence, colour, colour_confidence, heading, box)
      SELECT ${day}::timestamptz + random() * interval '23:59:59', uuidv7(), ${sql.raw(PLATE_SQL)}, 0.9,
        'pk-punjab', 1, ${site}, (${cameras}::uuid[])[1 + (v % 1000)::int], false, 'car', 0.9, 'white', 0.8,
        'towards', '{0.1,0.1,0.2,0.2}'
      FROM (SELECT (power(random(), 2) * 2000000)::bigint AS v FROM generate_series(1, ${perDay})) AS passing`.execute(
      db,
    );
  }
  await sql`INSERT INTO known_plate SELECT plate, max(captured_at)::date FROM sighting GROUP BY plate`.execute(
    db,
  );
  for (const table of ['sighting', 'known_plate', 'camera'])
    await sql`VACUUM ANALYZE ${sql.table(table)}`.execute(db);
  return cameras;
}

async function* coldFigures(folder: string): AsyncIterable<Figure> {
  using cold = await ColdSightings.open(folder);
  const days = Math.max(1, Math.round(COLD / 3_333_333));
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const plates = await fillCold(folder, today, days);
  const find = (plate: string) =>
    cold.find({
      ...{ plates: { kind: 'listed', plates: [plate] }, sites: 'all', limit: 101 },
      from: instantOf(today - (days + 1) * DAY_MS),
      to: instantOf(today + DAY_MS),
    });
  const [first, ...others] = plates;
  const before = performance.now();
  await find(first!);
  yield figure(
    `${millions(COLD)} sightings in Parquet, exact plate, first search`,
    performance.now() - before,
    'ms',
  );
  const { p50, p95 } = await timed(others, find);
  yield figure(`${millions(COLD)} sightings in Parquet, exact plate, median`, p50, 'ms');
  const name = `${millions(COLD)} sightings in Parquet (${days} days), exact plate, 95 %`;
  yield { ...figure(name, p95, 'ms'), ...aimed(p95, 1000, 'ms') };
}

/** Days of sightings, written as `ColdSightings` writes them. @returns plates that were seen */
async function fillCold(folder: string, today: number, days: number): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '3GB' });
  const connection = await instance.connect();
  const perDay = Math.ceil(COLD / days);
  for (let day = 1; day <= days; day++) {
    const at = instantOf(today - day * DAY_MS);
    await connection.run(`COPY (
      SELECT TIMESTAMP '${at.slice(0, 10)}' + to_milliseconds((random() * 86399000)::BIGINT) AS captured_at,
        uuid()::VARCHAR AS id, ${PLATE_SQL} AS plate, 0.9::REAL AS confidence, 'pk-punjab' AS format,
        1::TINYINT AS rows, 'a' AS site_id, (v % 24000)::VARCHAR AS camera_id, false AS simulated, 'car' AS class,
        0.9::REAL AS class_confidence, 'white' AS colour, 0.8::REAL AS colour_confidence, 'towards' AS heading,
        NULL::REAL[] AS box, NULL::VARCHAR AS suspicion
      FROM (SELECT (power(random(), 2) * 2000000)::BIGINT AS v FROM range(${perDay})) ORDER BY plate, captured_at
    ) TO '${join(folder, `${at.slice(0, 10)}.parquet`)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)`);
  }
  const last = instantOf(today - days * DAY_MS).slice(0, 10);
  const reader = await connection.runAndReadAll(
    `SELECT DISTINCT plate FROM read_parquet('${join(folder, `${last}.parquet`)}') USING SAMPLE ${ROUNDS} ROWS`,
  );
  connection.closeSync();
  instance.closeSync();
  return reader.getRowObjectsJson().map(({ plate }) => String(plate));
}

/** Each of the plates once to warm up, then once measured; times in milliseconds. */
async function timed(
  plates: readonly string[],
  work: (plate: string) => Promise<unknown>,
): Promise<{ p50: number; p95: number }> {
  for (const plate of plates) await work(plate);
  const times: number[] = [];
  for (const plate of plates) {
    const before = performance.now();
    await work(plate);
    times.push(performance.now() - before);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

function figure(name: string, value: number, unit: string): Figure {
  return { benchmark: BENCHMARK, name, value, unit };
}

function aimed(value: number, aim: number, unit: string): Pick<Figure, 'aim' | 'met'> {
  return { aim: `≤ ${aim} ${unit}`, met: value <= aim };
}

function millions(count: number): string {
  return `${count / 1e6} million`;
}
