import { newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { dayPartition } from '../observation-partitions.ts';
import type { Database } from '../open-database.ts';

/** The days of lane minutes or hours that end before an instant, oldest first, as their tables are named. */
export async function oldTrafficDays(
  db: Database,
  parent: 'lane_minute' | 'lane_hour',
  before: Instant,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent = ${parent}::regclass AND relname < ${dayPartition(parent, before.slice(0, 10))}
    ORDER BY 1`.execute(db);
  return rows.map(({ name }) => name);
}

/** Deletes a day as a whole: nothing of it is left behind, and nothing else is looked at. */
export async function dropTrafficDay(db: Database, table: string): Promise<void> {
  await sql`DROP TABLE ${sql.table(table)}`.execute(db);
}

/** Puts a run of the job on record. */
export async function insertTrafficRetentionRun(
  db: Database,
  run: {
    readonly at: Instant;
    readonly minutesBefore: Instant;
    readonly hoursBefore: Instant;
    readonly dropped: readonly string[];
  },
): Promise<void> {
  await db
    .insertInto('traffic_retention_run')
    .values({
      id: newIdentifier(),
      at: run.at,
      minutes_before: run.minutesBefore,
      hours_before: run.hoursBefore,
      dropped: [...run.dropped],
    })
    .execute();
}

/** When the job ran last, or null. */
export async function lastTrafficRetentionRun(db: Database): Promise<Instant | null> {
  const row = await db
    .selectFrom('traffic_retention_run')
    .select('at')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}
