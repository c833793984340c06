import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { LaneSums } from '@amaan/contracts/traffic/lane-measures';
import { sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';
import { fromSumColumns, LANE_SUM_COLUMNS, type LaneSumColumns } from './lane-sum-columns.ts';

/** A lane by its camera and its name there. */
export interface LaneReference {
  readonly cameraId: Identifier;
  readonly laneId: string;
}

/** What was measured in one lane in a minute or an hour. */
export interface StoredSums extends LaneReference {
  /** When the minute or the hour begins. */
  readonly at: Instant;
  readonly sums: LaneSums;
}

const SUMS = sql.raw([...LANE_SUM_COLUMNS, 'speed_counts'].map((column) => `measured.${column}`).join(', '));

/**
 * The minutes or hours of some lanes that are stored, in their order. What was not seen has no row.
 * @param period `to` is not part of it
 */
export async function readLaneSums(
  db: Database,
  lanes: readonly LaneReference[],
  of: 'minutes' | 'hours',
  period: { readonly from: Instant; readonly to: Instant },
): Promise<StoredSums[]> {
  if (lanes.length === 0) return [];
  const table = sql.table(of === 'minutes' ? 'lane_minute' : 'lane_hour');
  const { rows } = await sql<LaneReference & { at: Instant } & LaneSumColumns>`
    SELECT lane.camera_id AS "cameraId", lane.lane_id AS "laneId", measured.at, ${SUMS}
    FROM ${jsonRows(lanes, '"cameraId" uuid, "laneId" text')}
    JOIN traffic_lane AS lane ON lane.camera_id = "cameraId" AND lane.lane_id = "laneId"
    JOIN ${table} AS measured ON measured.lane = lane.key
      AND measured.at >= ${period.from}::timestamptz AND measured.at < ${period.to}::timestamptz
    ORDER BY measured.at, 1, 2`.execute(db);
  return rows.map(storedSums);
}

/** The latest minutes of every lane in somebody's sites: for a map. */
export async function readLatestMinutes(
  db: Database,
  where: {
    readonly since: Instant;
    readonly sites: SiteScope;
    readonly siteId?: Identifier | undefined;
    readonly area?: readonly [west: number, south: number, east: number, north: number] | undefined;
  },
): Promise<StoredSums[]> {
  const { since, sites, siteId, area } = where;
  const { rows } = await sql<LaneReference & { at: Instant } & LaneSumColumns>`
    SELECT lane.camera_id AS "cameraId", lane.lane_id AS "laneId", measured.at, ${SUMS}
    FROM lane_minute AS measured
    JOIN traffic_lane AS lane ON lane.key = measured.lane
    JOIN camera ON camera.id = lane.camera_id AND camera.deleted_at IS NULL
    WHERE measured.at >= ${since}::timestamptz AND ${withinSites('camera.site_id', sites)}
      AND ${siteId === undefined ? sql`true` : sql`camera.site_id = ${siteId}`}
      AND ${area === undefined ? sql`true` : sql`camera.longitude BETWEEN ${area[0]} AND ${area[2]} AND camera.latitude BETWEEN ${area[1]} AND ${area[3]}`}`.execute(
    db,
  );
  return rows.map(storedSums);
}

/** When the last minute began that is stored of each lane of some cameras, within the last day. */
export async function readLastMinutes(
  db: Database,
  cameras: readonly Identifier[],
  since: Instant,
): Promise<Map<string, Instant>> {
  if (cameras.length === 0) return new Map();
  const { rows } = await sql<LaneReference & { at: Instant | null }>`
    SELECT lane.camera_id AS "cameraId", lane.lane_id AS "laneId",
      (SELECT max(at) FROM lane_minute WHERE lane_minute.lane = lane.key AND at >= ${since}::timestamptz) AS at
    FROM traffic_lane AS lane WHERE lane.camera_id = any(${[...cameras]}::uuid[])`.execute(db);
  return new Map(rows.flatMap(({ at, ...lane }) => (at === null ? [] : [[laneKey(lane), at]])));
}

/** A lane as the key of a map. */
export function laneKey({ cameraId, laneId }: LaneReference): string {
  return `${cameraId} ${laneId}`;
}

function storedSums({
  cameraId,
  laneId,
  at,
  ...columns
}: LaneReference & { at: Instant } & LaneSumColumns): StoredSums {
  return { cameraId, laneId, at, sums: fromSumColumns(columns as LaneSumColumns) };
}
