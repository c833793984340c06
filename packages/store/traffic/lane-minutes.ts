import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import { sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import { ensureDayPartitions } from '../observation-partitions.ts';
import type { Database } from '../open-database.ts';
import { joinedSums, LANE_SUM_COLUMNS, type LaneSumColumns, toSumColumns } from './lane-sum-columns.ts';

export type LaneMeasured = Extract<Observation, { kind: 'lane-measured' }>;

export function isLaneMeasured(observation: Observation): observation is LaneMeasured {
  return observation.kind === 'lane-measured';
}

const HOUR_MS = 60 * 60_000;
const SUMS_TYPED = `${LANE_SUM_COLUMNS.map((name) => `${name} bigint`).join(', ')}, speed_counts integer[]`;
const SUMS = sql.raw(`${LANE_SUM_COLUMNS.join(', ')}, speed_counts`);

/**
 * Stores minutes of lanes and adds them to their hours, in the caller's transaction. A minute of a lane that is stored
 * already is left as it is and adds nothing, so a batch may come twice and hours stay the exact sums of their minutes.
 *
 * @returns the observations whose minutes are new
 */
export async function insertLaneMinutes(
  db: Database,
  measured: readonly LaneMeasured[],
): Promise<Set<Identifier>> {
  if (measured.length === 0) return new Set();
  await ensureDayPartitions(
    db,
    'lane_minute',
    measured.map(({ minute }) => minute.from),
  );
  const lanes = await laneKeys(db, measured);
  const origins = await originKeys(db, measured);
  const rows = measured.map(({ minute, view, ...observation }) => ({
    at: minute.from,
    lane: lanes.get(`${observation.cameraId} ${minute.laneId}`)!,
    origin: origins.get(originOf(observation))!,
    view_version: view.version,
    simulated: observation.simulated,
    observation_id: observation.id,
    captured_at: observation.capturedAt,
    frame_digest: observation.frameDigest,
    ...rowOfSums(toSumColumns(minute.sums)),
  }));
  const { rows: stored } = await sql<{ id: Identifier; lane: number; at: Instant }>`
    INSERT INTO lane_minute
      (at, lane, origin, view_version, simulated, observation_id, captured_at, frame_digest, ${SUMS})
    SELECT at, lane, origin, view_version, simulated, observation_id, captured_at,
      decode(frame_digest, 'hex'), ${SUMS}
    FROM ${jsonRows(
      rows,
      `at timestamptz, lane integer, origin integer, view_version integer, simulated boolean,
       observation_id uuid, captured_at timestamptz, frame_digest text, ${SUMS_TYPED}`,
    )}
    ORDER BY lane, at
    ON CONFLICT (lane, at) DO NOTHING
    RETURNING observation_id AS id, lane, at`.execute(db);
  const added = new Set(stored.map(({ id }) => id));
  await addToHours(
    db,
    rows.filter(({ observation_id: id }) => added.has(id)),
  );
  return added;
}

/** JSON has no arrays of PostgreSQL: the pairs travel as its text. */
function rowOfSums({ speed_counts, ...sums }: LaneSumColumns) {
  return { ...sums, speed_counts: `{${speed_counts.join(',')}}` };
}

type HourPart = { readonly at: Instant; readonly lane: number; readonly simulated: boolean };

async function addToHours(db: Database, minutes: readonly HourPart[]): Promise<void> {
  // One statement changes a row once: of several minutes of an hour each is in a statement of its own.
  const parts: (HourPart & { readonly minutes: 1; readonly round: number })[] = [];
  const used = new Map<string, number>();
  for (const minute of minutes) {
    const time = Date.parse(minute.at);
    const at = instantOf(time - (time % HOUR_MS));
    const key = `${minute.lane} ${at}`;
    const round = used.get(key) ?? 0;
    used.set(key, round + 1);
    parts.push({ ...minute, at, minutes: 1, round });
  }
  await ensureDayPartitions(
    db,
    'lane_hour',
    parts.map(({ at }) => at),
  );
  for (const round of Map.groupBy(parts, (part) => part.round).values())
    await sql`
      INSERT INTO lane_hour (at, lane, simulated, minutes, ${SUMS})
      SELECT at, lane, simulated, minutes, ${SUMS}
      FROM ${jsonRows(round, `at timestamptz, lane integer, simulated boolean, minutes integer, ${SUMS_TYPED}`)}
      ORDER BY lane, at
      ON CONFLICT (lane, at) DO UPDATE SET minutes = lane_hour.minutes + excluded.minutes,
        ${sql.raw(joinedSums('lane_hour'))}`.execute(db);
}

/** The numbers of lanes, by `CAMERA LANE`; those that are new get one. */
async function laneKeys(db: Database, measured: readonly LaneMeasured[]): Promise<Map<string, number>> {
  const wanted = [
    ...new Map(
      measured.map(({ cameraId, minute }) => [
        `${cameraId} ${minute.laneId}`,
        { camera_id: cameraId, lane_id: minute.laneId },
      ]),
    ).values(),
  ];
  const listed = jsonRows(wanted, 'camera_id uuid, lane_id text');
  const read = async () => {
    const { rows } = await sql<{ key: number; camera: Identifier; lane: string }>`
      SELECT key, camera_id AS camera, lane_id AS lane FROM traffic_lane JOIN ${listed}
      USING (camera_id, lane_id)`.execute(db);
    return new Map(rows.map(({ key, camera, lane }) => [`${camera} ${lane}`, key]));
  };
  const known = await read();
  if (known.size === wanted.length) return known;
  await sql`
    INSERT INTO traffic_lane (camera_id, lane_id) SELECT camera_id, lane_id FROM ${listed}
    ORDER BY camera_id, lane_id ON CONFLICT DO NOTHING`.execute(db);
  return read();
}

type Origin = Pick<LaneMeasured, 'permitId' | 'modelDigest' | 'configurationDigest'>;

function originOf({ permitId, modelDigest, configurationDigest }: Origin): string {
  return `${permitId} ${modelDigest} ${configurationDigest}`;
}

async function originKeys(db: Database, measured: readonly Origin[]): Promise<Map<string, number>> {
  const wanted = [...new Map(measured.map((one) => [originOf(one), one])).values()].map(
    ({ permitId, modelDigest, configurationDigest }) => ({ permitId, modelDigest, configurationDigest }),
  );
  const listed = jsonRows(wanted, '"permitId" uuid, "modelDigest" text, "configurationDigest" text');
  const read = async () => {
    const { rows } = await sql<Origin & { key: number }>`
      SELECT key, "permitId", "modelDigest", "configurationDigest" FROM lane_origin JOIN ${listed}
      ON permit_id = "permitId" AND model_digest = decode("modelDigest", 'hex')
        AND configuration_digest = decode("configurationDigest", 'hex')`.execute(db);
    return new Map(rows.map((row) => [originOf(row), row.key]));
  };
  const known = await read();
  if (known.size === wanted.length) return known;
  await sql`
    INSERT INTO lane_origin (permit_id, model_digest, configuration_digest)
    SELECT "permitId", decode("modelDigest", 'hex'), decode("configurationDigest", 'hex') FROM ${listed}
    ON CONFLICT DO NOTHING`.execute(db);
  return read();
}
