import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { PhaseLogged } from '@amaan/contracts/violations/phase-log';
import { sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import { dropDaysBefore, ensureDayPartitions } from '../observation-partitions.ts';
import type { Database } from '../open-database.ts';

const ROW = `"junctionId" uuid, "group" text, light text, "from" timestamptz, "to" timestamptz, "errorMs" real,
  source text, clock jsonb`;

/**
 * Logs lights that are over, making the partitions of their days; those that are logged already are left as they are.
 * @throws ObservationTimeError `OBSERVATION_TIME_REFUSED`
 */
export async function insertSignalPhases(db: Database, phases: readonly PhaseLogged[]): Promise<void> {
  if (phases.length === 0) return;
  await ensureDayPartitions(
    db,
    'signal_phase',
    phases.map(({ from }) => from),
  );
  await sql`
    INSERT INTO signal_phase (junction_id, signal_group, light, from_at, to_at, error_ms, source, clock)
    SELECT "junctionId", "group", light, "from", "to", "errorMs", source, clock
    FROM ${jsonRows(phases, ROW)}
    ORDER BY 1, 2, 4 ON CONFLICT (junction_id, signal_group, from_at) DO NOTHING`.execute(db);
}

/** What is logged of a signal group between two instants by the control plane's clock, oldest first. */
export async function listSignalPhases(
  db: Database,
  of: {
    readonly junctionId: Identifier;
    readonly group: string;
    readonly from: Instant;
    readonly to: Instant;
  },
): Promise<PhaseLogged[]> {
  const rows = await db
    .selectFrom('signal_phase')
    .select(['junction_id as junctionId', 'signal_group as group', 'light', 'from_at as from', 'to_at as to'])
    .select(['error_ms as errorMs', 'source', 'clock'])
    .where('junction_id', '=', of.junctionId)
    .where('signal_group', '=', of.group)
    .where('from_at', '<=', of.to)
    .where('to_at', '>=', of.from)
    .orderBy('from_at')
    .execute();
  return rows;
}

/** Drops the days of the log that lie before an instant. @returns the days that were dropped */
export function dropPhaseDays(db: Database, before: Instant): Promise<string[]> {
  return dropDaysBefore(db, 'signal_phase', before);
}
