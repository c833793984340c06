import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { Observation } from '@amaan/contracts/observation';
import { observedIn } from '@amaan/contracts/observed';
import { type Selectable, sql } from 'kysely';
import { digestHex } from './digest-column.ts';
import { jsonRows } from './json-rows.ts';
import { deltaColumns, type MonitoringDelta } from './monitoring-deltas.ts';
import { ensureObservationPartitions } from './observation-partitions.ts';
import type { Database } from './open-database.ts';
import type { Schema } from './schema.ts';

/** What a row of `observation` holds. */
export type ObservationRow = Selectable<Schema['observation']>;

const ROW = `captured_at timestamptz, id uuid, system text, kind text, site_id uuid, camera_id uuid,
  clock_offset_ms double precision, simulated boolean, permit_id uuid, model_digest text,
  configuration_digest text, frame_digest text, rule_id uuid, rule_version integer, object_class text,
  body jsonb`;

/**
 * Stores a batch (hundreds of observations) with one statement, making the partitions of their days where
 * needed. Those that are stored already are left as they are, so a batch may come twice.
 *
 * @param delta what all of them add to the hours of monitoring: written by the same statement, and only if all of
 *   them are new
 * @returns the identifiers of the new ones
 * @throws ObservationTimeError `OBSERVATION_TIME_REFUSED`; `isStorableInstant` tells beforehand
 */
export async function insertObservations(
  db: Database,
  observations: readonly Observation[],
  delta: MonitoringDelta | null = null,
): Promise<Set<Identifier>> {
  if (observations.length === 0) return new Set();
  await ensureObservationPartitions(
    db,
    observations.map((observation) => observation.capturedAt),
  );
  // Every writer inserts in the order of the key: two that store the same batch at once do not deadlock.
  const { rows } = await sql<{ id: string }>`
    WITH inserted AS (INSERT INTO observation
    SELECT captured_at, id, system, kind, site_id, camera_id, clock_offset_ms, simulated, permit_id,
      decode(model_digest, 'hex'), decode(configuration_digest, 'hex'), decode(frame_digest, 'hex'),
      rule_id, rule_version, object_class, body
    FROM ${jsonRows(observations.map(rowOf), ROW)}
    ORDER BY captured_at, id
    ON CONFLICT (captured_at, id) DO NOTHING
    RETURNING id)${delta === null ? sql`` : countedWith(delta, observations.length)}
    SELECT id FROM inserted`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Writes the delta beside the observations, unless one of them was there already. */
function countedWith(delta: MonitoringDelta, expected: number) {
  const { body, rows } = deltaColumns(delta);
  return sql`, counted AS (INSERT INTO monitoring_delta (body, rows)
    SELECT ${body}::text, ${rows}::bytea WHERE (SELECT count(*) FROM inserted) = ${expected})`;
}

/** One observation, or null. The capture time finds the partition. */
export async function getObservation(
  db: Database,
  key: { readonly id: Identifier; readonly capturedAt: Instant },
): Promise<Observation | null> {
  const row = await db
    .selectFrom('observation')
    .selectAll()
    .where('captured_at', '=', key.capturedAt)
    .where('id', '=', key.id)
    .executeTakeFirst();
  return row === undefined ? null : observationOf(row);
}

/** A stored row as the contract has it. */
export function observationOf(row: ObservationRow): Observation {
  return Observation.parse(observationFields(row));
}

/** The fields of an observation from its row, not looked at yet; `camera_id` is null where there was no camera. */
export function observationFields(
  row: Omit<ObservationRow, 'camera_id'> & { readonly camera_id: Identifier | null },
): Record<string, unknown> {
  return {
    ...row.body,
    id: row.id,
    kind: row.kind,
    system: row.system,
    cameraId: row.camera_id,
    siteId: row.site_id,
    capturedAt: row.captured_at,
    clockOffsetMs: row.clock_offset_ms,
    simulated: row.simulated,
    permitId: row.permit_id,
    modelDigest: digestHex(row.model_digest),
    configurationDigest: digestHex(row.configuration_digest),
    frameDigest: digestHex(row.frame_digest),
    ...(row.rule_id !== null && { rule: { id: row.rule_id, version: row.rule_version } }),
  };
}

function rowOf(observation: Observation) {
  const { id, kind, system, cameraId, siteId, capturedAt, clockOffsetMs, simulated, permitId, ...rest } =
    observation;
  const { modelDigest, configurationDigest, frameDigest, ...kindSpecific } = rest;
  const { rule, ...body } = 'rule' in kindSpecific ? kindSpecific : { ...kindSpecific, rule: undefined };
  return {
    captured_at: capturedAt,
    id,
    system,
    kind,
    site_id: siteId,
    camera_id: cameraId,
    clock_offset_ms: clockOffsetMs,
    simulated,
    permit_id: permitId,
    model_digest: modelDigest,
    configuration_digest: configurationDigest,
    frame_digest: frameDigest,
    rule_id: rule?.id,
    rule_version: rule?.version,
    object_class: observedIn(observation).class,
    body,
  };
}
