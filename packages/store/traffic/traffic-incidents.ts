import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import type { TrafficIncidentEntry } from '@amaan/contracts/traffic/api-traffic-incidents';
import type { TrafficIncidentKind } from '@amaan/contracts/traffic/traffic-incident';
import type { TrafficIncidentOver } from '@amaan/contracts/traffic/worker-traffic';
import { sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

export type IncidentSeen = Extract<Observation, { kind: 'traffic-incident' }>;

export function isIncidentSeen(observation: Observation): observation is IncidentSeen {
  return observation.kind === 'traffic-incident';
}

/** Makes the rows of incidents that were just stored as observations, in the same transaction. */
export async function insertTrafficIncidents(db: Database, seen: readonly IncidentSeen[]): Promise<void> {
  if (seen.length === 0) return;
  await db
    .insertInto('traffic_incident')
    .values(
      seen.map(({ id, capturedAt, siteId, cameraId, view, simulated, incident }) => ({
        observation_id: id,
        captured_at: capturedAt,
        site_id: siteId,
        camera_id: cameraId,
        lane_id: incident.laneId,
        kind: incident.kind,
        view_id: view.id,
        view_version: view.version,
        simulated,
        body: JSON.stringify(incident),
        ended_at: null,
      })),
    )
    .onConflict((conflict) => conflict.column('observation_id').doNothing())
    .execute();
}

/**
 * Notes that incidents are over: of the camera that reported them, once each.
 * @returns those that went on until now
 */
export async function endTrafficIncidents(
  db: Database,
  over: readonly TrafficIncidentOver[],
): Promise<Identifier[]> {
  if (over.length === 0) return [];
  const { rows } = await sql<{ id: Identifier }>`
    UPDATE traffic_incident SET ended_at = greatest(ended, traffic_incident.captured_at)
    FROM ${jsonRows(over, '"observationId" uuid, "cameraId" uuid, ended timestamptz')}
    WHERE observation_id = "observationId" AND camera_id = "cameraId" AND ended_at IS NULL
    RETURNING observation_id AS id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Incidents, newest first. */
export async function listTrafficIncidents(
  db: Database,
  filter: {
    readonly sites: SiteScope;
    readonly siteId?: Identifier | undefined;
    readonly cameraId?: Identifier | undefined;
    readonly kind?: TrafficIncidentKind | undefined;
    readonly from?: Instant | undefined;
    readonly to?: Instant | undefined;
    readonly open?: boolean | undefined;
    readonly limit: number;
  },
): Promise<TrafficIncidentEntry[]> {
  let query = db
    .selectFrom('traffic_incident as incident')
    .innerJoin('camera', 'camera.id', 'incident.camera_id')
    .leftJoin('traffic_view as view', (join) =>
      join.onRef('view.view_id', '=', 'incident.view_id').onRef('view.version', '=', 'incident.view_version'),
    )
    .leftJoin('alert', (join) =>
      join
        .onRef('alert.observation_id', '=', 'incident.observation_id')
        .on('alert.cause_kind', '=', 'traffic-incident'),
    )
    .select(['incident.observation_id', 'incident.captured_at', 'incident.camera_id', 'incident.site_id'])
    .select(['incident.simulated', 'incident.body', 'incident.ended_at', 'camera.name as camera_name'])
    .select(['view.body as view_body', 'incident.lane_id', 'alert.id as alert_id', 'alert.state'])
    .where(withinSites('incident.site_id', filter.sites));
  if (filter.siteId !== undefined) query = query.where('incident.site_id', '=', filter.siteId);
  if (filter.cameraId !== undefined) query = query.where('incident.camera_id', '=', filter.cameraId);
  if (filter.kind !== undefined) query = query.where('incident.kind', '=', filter.kind);
  if (filter.from !== undefined) query = query.where('incident.captured_at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('incident.captured_at', '<', filter.to);
  if (filter.open === true) query = query.where('incident.ended_at', 'is', null);
  const rows = await query
    .orderBy('incident.captured_at', 'desc')
    .orderBy('incident.observation_id', 'desc')
    .limit(filter.limit)
    .execute();
  return rows.map((row) => ({
    id: row.observation_id,
    capturedAt: row.captured_at,
    cameraId: row.camera_id,
    cameraName: row.camera_name,
    siteId: row.site_id,
    simulated: row.simulated,
    laneName: row.view_body?.lanes.find(({ id }) => id === row.lane_id)?.name ?? null,
    incident: row.body,
    ended: row.ended_at,
    alert: row.alert_id === null || row.state === null ? null : { id: row.alert_id, state: row.state },
  }));
}
