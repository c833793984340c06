import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import { getObservation } from '../observations.ts';
import type { Database } from '../open-database.ts';
import { isPlateRead, type PlateRead } from './sightings.ts';

export interface LookupKey {
  readonly id: Identifier;
  readonly capturedAt: Instant;
}

/** Remembers reads that the vehicle registry is yet to be asked about. Call it in the transaction that stores them. */
export async function queueLookups(db: Database, reads: readonly PlateRead[]): Promise<void> {
  if (reads.length === 0) return;
  await sql`
    INSERT INTO registry_lookup (captured_at, observation_id)
    SELECT "capturedAt", id FROM ${jsonRows(reads, '"capturedAt" timestamptz, id uuid')}
    ON CONFLICT DO NOTHING`.execute(db);
}

/** What waits: what was tried least often first, and of that the newest, which can still be met on the road. */
export async function nextLookups(db: Database, limit: number): Promise<LookupKey[]> {
  return db
    .selectFrom('registry_lookup')
    .select(['observation_id as id', 'captured_at as capturedAt'])
    .orderBy('attempts')
    .orderBy('captured_at', 'desc')
    .limit(limit)
    .execute();
}

/** The read of a lookup; null: retention has deleted it meanwhile. */
export async function readOfLookup(db: Database, key: LookupKey): Promise<PlateRead | null> {
  const observation = await getObservation(db, key);
  return observation !== null && isPlateRead(observation) ? observation : null;
}

/** A read was compared, or is gone. */
export async function finishLookup(db: Database, { id, capturedAt }: LookupKey): Promise<void> {
  await db
    .deleteFrom('registry_lookup')
    .where('captured_at', '=', capturedAt)
    .where('observation_id', '=', id)
    .execute();
}

/** The registry did not answer about a read. @returns whether it was given up after so many attempts */
export async function postponeLookup(db: Database, key: LookupKey, mostAttempts: number): Promise<boolean> {
  const row = await db
    .updateTable('registry_lookup')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('captured_at', '=', key.capturedAt)
    .where('observation_id', '=', key.id)
    .returning('attempts')
    .executeTakeFirst();
  if (row === undefined || row.attempts < mostAttempts) return false;
  await finishLookup(db, key);
  return true;
}

/** Gives up the oldest of those that wait beyond a number. @returns how many */
export async function trimLookups(db: Database, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM registry_lookup WHERE (captured_at, observation_id) IN (
      SELECT captured_at, observation_id FROM registry_lookup ORDER BY captured_at DESC OFFSET ${most}
    )`.execute(db);
  return Number(numAffectedRows ?? 0);
}
