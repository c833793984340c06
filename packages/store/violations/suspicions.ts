import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import { sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import { observationOf } from '../observations.ts';
import type { Database } from '../open-database.ts';
import { isPlateRead, type PlateRead } from '../plates/sightings.ts';

export type ViolationSuspected = Extract<Observation, { kind: 'violation-suspected' }>;

export function isViolationSuspected(observation: Observation): observation is ViolationSuspected {
  return observation.kind === 'violation-suspected';
}

/** Remembers suspicions that wait for their plate and pictures, in the transaction that stores them. */
export async function queueSuspicions(
  tx: Database,
  seen: readonly ViolationSuspected[],
  at: Instant,
): Promise<void> {
  if (seen.length === 0) return;
  await sql`
    INSERT INTO violation_suspicion (observation_id, captured_at, taken_at)
    SELECT id, "capturedAt", ${at}::timestamptz FROM ${jsonRows(seen, 'id uuid, "capturedAt" timestamptz')}
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** A suspicion that waits. */
export interface WaitingSuspicion {
  readonly observationId: Identifier;
  readonly capturedAt: Instant;
  readonly takenAt: Instant;
}

/** Those that wait, what came first first. */
export function listSuspicions(db: Database, limit: number): Promise<WaitingSuspicion[]> {
  return db
    .selectFrom('violation_suspicion')
    .select(['observation_id as observationId', 'captured_at as capturedAt', 'taken_at as takenAt'])
    .orderBy('taken_at')
    .orderBy('observation_id')
    .limit(limit)
    .execute();
}

/**
 * Takes a suspicion out of the line. Of two that take the same one the second waits for the first.
 * @returns false when somebody took it before
 */
export async function takeSuspicion(tx: Database, observationId: Identifier): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('violation_suspicion')
    .where('observation_id', '=', observationId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Counts what became of a suspicion. @param outcome `opened`, `merged`, or why it was dropped */
export async function countIntake(
  tx: Database,
  { cameraId, kind, outcome, at }: { cameraId: Identifier; kind: string; outcome: string; at: Instant },
): Promise<void> {
  await sql`
    INSERT INTO violation_intake (hour, camera_id, kind, outcome, count)
    VALUES (date_trunc('hour', ${at}::timestamptz, 'UTC'), ${cameraId}, ${kind}, ${outcome}, 1)
    ON CONFLICT (hour, camera_id, kind, outcome) DO UPDATE SET count = violation_intake.count + 1`.execute(
    tx,
  );
}

/** How often what became of suspicions between two instants. */
export async function sumIntake(
  db: Database,
  { from, to, sites }: { from: Instant; to: Instant; sites: 'all' | readonly Identifier[] },
): Promise<{ readonly kind: string; readonly outcome: string; readonly count: number }[]> {
  return db
    .selectFrom('violation_intake')
    .innerJoin('camera', 'camera.id', 'violation_intake.camera_id')
    .select(({ fn }) => ['kind', 'outcome', fn.sum<number>('count').as('count')])
    .where('hour', '>=', from)
    .where('hour', '<', to)
    .$if(sites !== 'all', (query) => query.where('camera.site_id', 'in', [...(sites as Identifier[])]))
    .groupBy(['kind', 'outcome'])
    .execute();
}

/**
 * Reads of a plate on one camera's track while the vehicle was in view, most certain first. Numbers of tracks begin anew
 * with the worker, so the time decides too.
 */
export async function findReadsOfTrack(
  db: Database,
  seen: { cameraId: Identifier; track: number; from: Instant; to: Instant },
): Promise<PlateRead[]> {
  const rows = await db
    .selectFrom('observation')
    .selectAll()
    .where('kind', '=', 'plate-read')
    .where('camera_id', '=', seen.cameraId)
    .where('captured_at', '>=', seen.from)
    .where('captured_at', '<=', seen.to)
    .where(sql<boolean>`(body ->> 'track')::integer = ${seen.track}`)
    .execute();
  return rows
    .map(observationOf)
    .filter(isPlateRead)
    .sort((a, b) => b.reading.confidence - a.reading.confidence);
}
