import type { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days that observations may be captured in, relative to now: a camera's clock may be badly wrong. */
const EARLIEST_DAYS = 5 * 366;
const LATEST_DAYS = 2;

/** A partition that is being made is announced under this key, so that two processes never both make it. */
const PARTITION_LOCK = sql.lit(0x616d_6161);

/** `OBSERVATION_TIME_REFUSED`: captured at a time that cannot be right. Nothing was stored. */
export class ObservationTimeError extends AmaanError {}

/** Whether an observation of this capture time can be stored: not over five years ago, not two days ahead. */
export function isStorableInstant(instant: Instant, now = Date.now()): boolean {
  const time = Date.parse(instant);
  return time >= now - EARLIEST_DAYS * DAY_MS && time <= now + LATEST_DAYS * DAY_MS;
}

/**
 * Makes the partitions of `observation` for the days of these capture times where they are missing.
 * It is safe in the transaction that inserts: a day's table is made apart and then attached, which does not
 * wait for those who write to other days.
 *
 * @throws ObservationTimeError `OBSERVATION_TIME_REFUSED`
 */
export async function ensureObservationPartitions(db: Database, captured: Iterable<Instant>): Promise<void> {
  await ensureDayPartitions(db, 'observation', captured);
}

/** Tables that have a partition for each day of capture. */
export type DailyTable =
  | 'observation'
  | 'sighting'
  | 'lane_minute'
  | 'lane_hour'
  | 'signal_decision'
  | 'signal_phase'
  | 'evidence_gap';

/** How full pages of new days are, in percent: rows that are changed sixty times stay in their page. Left out: full. */
const FILL_FACTORS: Readonly<Partial<Record<DailyTable, number>>> = { lane_hour: 50 };

/** The same for any table with a partition per day. @throws ObservationTimeError `OBSERVATION_TIME_REFUSED` */
export async function ensureDayPartitions(
  db: Database,
  parent: DailyTable,
  captured: Iterable<Instant>,
): Promise<void> {
  const now = Date.now();
  const days = new Set<string>();
  for (const instant of captured) {
    if (!isStorableInstant(instant, now)) {
      throw new ObservationTimeError(
        'OBSERVATION_TIME_REFUSED',
        `An observation says it was captured at ${instant}, which cannot be right; its batch was not stored. Check the clock of the worker.`,
      );
    }
    days.add(instant.slice(0, 10));
  }
  if ((await missingDays(db, parent, days)).length === 0) return;
  await sql`SELECT pg_advisory_xact_lock(${PARTITION_LOCK})`.execute(db);
  for (const day of await missingDays(db, parent, days)) await createPartition(db, parent, day);
}

/**
 * Asks the catalogue's rows, which each statement sees anew, and not `to_regclass`, whose cache may still
 * hold what was true before the lock was waited for.
 */
async function missingDays(db: Database, parent: DailyTable, days: ReadonlySet<string>): Promise<string[]> {
  const names = [...days].map((day) => dayPartition(parent, day));
  const { rows } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent = ${parent}::regclass AND relname = ANY (${names}::text[])`.execute(db);
  const present = new Set(rows.map(({ name }) => name));
  return [...days].filter((day) => !present.has(dayPartition(parent, day))).sort();
}

async function createPartition(db: Database, parent: DailyTable, day: string): Promise<void> {
  const table = sql.table(dayPartition(parent, day));
  const from = `${day}T00:00:00Z`;
  const to = new Date(Date.parse(from) + DAY_MS).toISOString();
  const room = FILL_FACTORS[parent];
  const storage = room === undefined ? sql`` : sql`WITH (fillfactor = ${sql.lit(room)})`;
  await sql`CREATE TABLE ${table} (LIKE ${sql.table(parent)} INCLUDING ALL) ${storage}`.execute(db);
  await sql`
    ALTER TABLE ${sql.table(parent)} ATTACH PARTITION ${table}
    FOR VALUES FROM (${sql.lit(from)}) TO (${sql.lit(to)})`.execute(db);
}

/** Drops the days of a table that lie before an instant. @returns the partitions that were dropped */
export async function dropDaysBefore(db: Database, parent: DailyTable, before: Instant): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent = ${parent}::regclass`.execute(db);
  const first = dayPartition(parent, before.slice(0, 10));
  const past = rows.map(({ name }) => name).filter((name) => name < first);
  for (const name of past) await sql`DROP TABLE IF EXISTS ${sql.table(name)}`.execute(db);
  return past;
}

/** The name of a day's partition. @param day `YYYY-MM-DD` */
export function dayPartition(parent: DailyTable, day: string): string {
  return `${parent}_${day.replaceAll('-', '')}`;
}
