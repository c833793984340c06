import type { SiteScope } from '@amaan/contracts/api/me';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { EmergencyWave, VehicleReport } from '@amaan/contracts/traffic/emergency-wave';
import type { WaveProgress } from '@amaan/contracts/traffic/signal-messages';
import { type InferResult, sql } from 'kysely';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';

/** A wave with what opens it to reports. */
export interface StoredWave extends Omit<EmergencyWave, 'route'> {
  readonly keyDigest: Digest;
}

export interface NewWave
  extends Pick<EmergencyWave, 'id' | 'service' | 'vehicle' | 'reason' | 'minutes' | 'until'> {
  readonly route: EmergencyWave['route'];
  readonly keyDigest: Digest;
  readonly at: number;
  readonly by: { readonly actor: string; readonly name: string };
}

/** Puts a wave down with its stops, which are expected as its route says. */
export async function insertWave(tx: Database, wave: NewWave): Promise<void> {
  const { id, at, by } = wave;
  await tx
    .insertInto('emergency_wave')
    .values({
      id,
      service: wave.service,
      vehicle: wave.vehicle,
      reason: wave.reason,
      minutes: wave.minutes,
      key_digest: digestBytes(wave.keyDigest),
      asked_at: new Date(at).toISOString(),
      asked_by: by.actor,
      asked_by_name: by.name,
      until_at: wave.until,
    })
    .execute();
  await tx
    .insertInto('emergency_wave_stop')
    .values(
      wave.route.map(({ junctionId, stage, expectedSeconds }, ordinal) => ({
        ...{ wave_id: id, ordinal, junction_id: junctionId, stage, state: 'ahead' as const },
        expected_seconds: expectedSeconds,
        expected_at: new Date(at + expectedSeconds * 1000).toISOString(),
        problem: null,
      })),
    )
    .execute();
}

/** Writes down where the vehicle says that it is. */
export async function setWaveReport(tx: Database, id: Identifier, report: VehicleReport): Promise<void> {
  await tx
    .updateTable('emergency_wave')
    .set({ last_report: JSON.stringify(report) })
    .where('id', '=', id)
    .execute();
}

/** Writes down how its stops stand. */
export async function setWaveProgress(tx: Database, progress: WaveProgress): Promise<void> {
  for (const { junctionId, expectedAt, state, problem } of progress.stops)
    await tx
      .updateTable('emergency_wave_stop')
      .set({ expected_at: expectedAt, state, problem })
      .where('wave_id', '=', progress.waveId)
      .where('junction_id', '=', junctionId)
      .execute();
}

/** Ends a wave for good. @returns whether it was running */
export async function endWave(
  tx: Database,
  id: Identifier,
  kind: NonNullable<EmergencyWave['end']>,
  at: Instant,
): Promise<boolean> {
  const ended = await tx
    .updateTable('emergency_wave')
    .set({ ended_at: at, end_kind: kind })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

/** One wave, or null: also when one of its junctions is of a site that is not theirs. */
export async function getWave(db: Database, id: Identifier, sites: SiteScope): Promise<StoredWave | null> {
  const row = await selectWaves(db, sites).where('emergency_wave.id', '=', id).executeTakeFirst();
  return row === undefined ? null : waveOf(row);
}

/** Newest first. */
export async function listWaves(
  db: Database,
  sites: SiteScope,
  query: { readonly running?: boolean; readonly limit: number },
): Promise<StoredWave[]> {
  let asked = selectWaves(db, sites);
  if (query.running === true) asked = asked.where('emergency_wave.ended_at', 'is', null);
  return (await asked.orderBy('emergency_wave.id', 'desc').limit(query.limit).execute()).map(waveOf);
}

function selectWaves(db: Database, sites: SiteScope) {
  return db
    .selectFrom('emergency_wave')
    .selectAll('emergency_wave')
    .select(
      sql<(EmergencyWave['stops'][number] & { expectedAt: string })[]>`(
        SELECT json_agg(json_build_object('junctionId', stop.junction_id, 'junctionName', junction.name,
          'stage', stop.stage, 'expectedSeconds', stop.expected_seconds, 'expectedAt', stop.expected_at,
          'state', stop.state, 'problem', stop.problem) ORDER BY stop.ordinal)
        FROM emergency_wave_stop stop JOIN junction ON junction.id = stop.junction_id
        WHERE stop.wave_id = emergency_wave.id)`.as('stops'),
    )
    .where(
      sites === 'all'
        ? sql<boolean>`true`
        : sql<boolean>`NOT EXISTS (SELECT FROM emergency_wave_stop stop
            JOIN junction ON junction.id = stop.junction_id
            WHERE stop.wave_id = emergency_wave.id AND junction.site_id <> all(${[...sites]}::uuid[]))`,
    );
}

function waveOf(row: InferResult<ReturnType<typeof selectWaves>>[number]): StoredWave {
  return {
    id: row.id,
    service: row.service,
    vehicle: row.vehicle,
    reason: row.reason,
    minutes: row.minutes,
    state: row.ended_at === null ? 'running' : 'ended',
    askedAt: row.asked_at,
    askedBy: row.asked_by_name,
    until: row.until_at,
    endedAt: row.ended_at,
    end: row.end_kind,
    lastReport: row.last_report,
    // Times inside JSON come as the database writes them.
    stops: row.stops.map((stop) => ({ ...stop, expectedAt: new Date(stop.expectedAt).toISOString() })),
    keyDigest: digestHex(row.key_digest),
  };
}
