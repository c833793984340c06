import type { Identifier } from '@amaan/contracts/identifier';
import type { InputHour, MonitoredHour } from '@amaan/contracts/monitoring';
import { sql } from 'kysely';
import { jsonRows } from './json-rows.ts';
import type { Database } from './open-database.ts';

/** An hour of one AI system at one site. */
export interface OutputScope extends Pick<MonitoredHour, 'system' | 'siteId' | 'simulated'> {
  /** Begin of the hour, Unix time in milliseconds. */
  readonly hour: number;
}

/**
 * What one batch of reports, or one round of measurements, adds to the hours. Few bytes matter: this is written
 * with every batch of the city.
 */
export interface MonitoringDelta {
  readonly scopes: readonly OutputScope[];
  /** Camera groups, each with the index of its scope. */
  readonly keys: readonly (readonly [scope: number, groupId: Identifier])[];
  readonly classes: readonly string[];
  /** A few bytes of each observation, which `fold-deltas` of the server reads. */
  readonly rows: Uint8Array;
  readonly inputs: readonly InputHour[];
}

/** A delta as the columns `body` and `rows` hold it. */
export function deltaColumns({ rows, ...body }: MonitoringDelta): { body: string; rows: Buffer } {
  return { body: JSON.stringify(body), rows: Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength) };
}

type HourKey = Pick<MonitoredHour, 'hour' | 'system' | 'groupId' | 'simulated'>;

/** One statement and one row, whatever the delta holds: it stands in the transaction of ingest. */
export async function insertMonitoringDelta(tx: Database, delta: MonitoringDelta): Promise<void> {
  const { body, rows } = deltaColumns(delta);
  await sql`INSERT INTO monitoring_delta (body, rows) VALUES (${body}, ${rows})`.execute(tx);
}

/**
 * Takes the oldest deltas away. In one transaction with `putMonitoredHours` each of them counts once, whoever
 * stops or restarts in between; two that fold at once take turns.
 */
export async function takeMonitoringDeltas(tx: Database, limit: number): Promise<MonitoringDelta[]> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('monitoring fold'))`.execute(tx);
  const { rows: taken } = await sql<{ body: string; rows: Uint8Array }>`
    DELETE FROM monitoring_delta WHERE id IN (SELECT id FROM monitoring_delta ORDER BY id LIMIT ${limit})
    RETURNING body, rows`.execute(tx);
  return taken.map(({ body, rows }) => ({ ...(JSON.parse(body) as Omit<MonitoringDelta, 'rows'>), rows }));
}

/** The hours of these keys that there are already. */
export async function getMonitoredHours(tx: Database, keys: readonly HourKey[]): Promise<MonitoredHour[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<MonitoredHour>`
    SELECT own.hour, own.system, own.site_id AS "siteId", own.group_id AS "groupId", own.simulated,
      own.volume, own.latency, own.confidence, own.objects
    FROM monitoring_hour AS own
    JOIN ${jsonRows(keys, 'hour timestamptz, system text, "groupId" uuid, simulated boolean')}
      ON own.hour = row.hour AND own.system = row.system AND own.group_id = row."groupId"
        AND own.simulated = row.simulated`.execute(tx);
  return rows;
}

/** The input hours of these keys that there are already. */
export async function getInputHours(
  tx: Database,
  keys: readonly Omit<HourKey, 'system'>[],
): Promise<InputHour[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<InputHour>`
    SELECT own.hour, own.site_id AS "siteId", own.group_id AS "groupId", own.simulated, own.samples,
      own.brightness, own.sharpness, own.resolution
    FROM monitoring_input_hour AS own
    JOIN ${jsonRows(keys, 'hour timestamptz, "groupId" uuid, simulated boolean')}
      ON own.hour = row.hour AND own.group_id = row."groupId" AND own.simulated = row.simulated`.execute(tx);
  return rows;
}

/** Writes hours as they are now. */
export async function putMonitoredHours(tx: Database, hours: readonly MonitoredHour[]): Promise<void> {
  if (hours.length === 0) return;
  await sql`
    INSERT INTO monitoring_hour (hour, system, site_id, group_id, simulated, volume, latency, confidence, objects)
    SELECT * FROM ${jsonRows(
      hours,
      `hour timestamptz, system text, "siteId" uuid, "groupId" uuid, simulated boolean, volume bigint,
       latency jsonb, confidence jsonb, objects jsonb`,
    )}
    ON CONFLICT (hour, system, group_id, simulated) DO UPDATE SET volume = excluded.volume,
      latency = excluded.latency, confidence = excluded.confidence, objects = excluded.objects`.execute(tx);
}

/** Writes input hours as they are now. */
export async function putInputHours(tx: Database, hours: readonly InputHour[]): Promise<void> {
  if (hours.length === 0) return;
  await sql`
    INSERT INTO monitoring_input_hour (hour, site_id, group_id, simulated, samples, brightness, sharpness, resolution)
    SELECT * FROM ${jsonRows(
      hours,
      `hour timestamptz, "siteId" uuid, "groupId" uuid, simulated boolean, samples bigint, brightness jsonb,
       sharpness jsonb, resolution jsonb`,
    )}
    ON CONFLICT (hour, group_id, simulated) DO UPDATE SET samples = excluded.samples,
      brightness = excluded.brightness, sharpness = excluded.sharpness, resolution = excluded.resolution`.execute(
    tx,
  );
}
