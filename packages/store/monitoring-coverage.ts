import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** A real camera as the watch over monitoring's coverage needs it. */
export interface CoveredCamera {
  readonly id: Identifier;
  readonly name: string;
  readonly groupId: Identifier;
  readonly groupName: string;
}

/** Cameras that are no simulation, by name. */
export async function listRealCameras(db: Database, ids: readonly Identifier[]): Promise<CoveredCamera[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('camera')
    .innerJoin('camera_group', 'camera_group.id', 'camera.group_id')
    .select(['camera.id', 'camera.name', 'camera.group_id as groupId', 'camera_group.name as groupName'])
    .where('camera.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('camera.deleted_at', 'is', null)
    .where('camera.simulated', '=', false)
    .orderBy('camera.name')
    .orderBy('camera.id')
    .execute();
}

/** An AI system that could see the pictures of a group of cameras and of which nothing was counted. */
export interface SilentPair {
  readonly system: string;
  readonly groupId: Identifier;
  readonly groupName: string;
  /** Hours of the period in which pictures of the group were measured. */
  readonly picturedHours: number;
}

/**
 * The AI systems that had a permit throughout a period for live cameras on which somebody drew a rule (or lanes, for traffic), whose
 * pictures were measured in enough of its hours, and of which monitoring counted no output in any of them.
 * Where the system was suspended in the period, silence has another reason.
 */
export async function listSilentPairs(
  db: Database,
  period: {
    readonly from: Instant;
    readonly now: Instant;
    readonly live: readonly Identifier[];
    readonly leastPicturedHours: number;
  },
): Promise<SilentPair[]> {
  const { from, now, live, leastPicturedHours } = period;
  if (live.length === 0) return [];
  const { rows } = await sql<SilentPair>`
    WITH permitted AS (
      SELECT DISTINCT permit.system_id AS system, camera.group_id
      FROM permit
      CROSS JOIN LATERAL jsonb_array_elements_text(permit.claims -> 'cameras') AS listed (id)
      JOIN camera ON camera.id = listed.id::uuid AND camera.deleted_at IS NULL AND NOT camera.simulated
      WHERE permit.revoked_at IS NULL AND permit.expires_at > ${now}
        AND camera.id = any(${[...live]}::uuid[])
        AND CASE WHEN permit.system_id = 'traffic-management'
          THEN EXISTS (SELECT FROM traffic_view view
            WHERE view.camera_id = camera.id AND view.retired_at IS NULL AND view.at <= ${from})
          ELSE EXISTS (SELECT FROM scene_rule rule
            WHERE rule.camera_id = camera.id AND rule.retired_at IS NULL AND rule.created_at <= ${from}) END
        AND EXISTS (SELECT FROM permit earlier
          WHERE earlier.system_id = permit.system_id AND earlier.issued_at <= ${from})
    ), pictured AS (
      SELECT group_id, count(*)::integer AS hours FROM monitoring_input_hour
      WHERE hour >= ${from} AND hour < ${now} AND NOT simulated AND samples > 0
      GROUP BY group_id
    )
    SELECT permitted.system, permitted.group_id AS "groupId", camera_group.name AS "groupName",
      pictured.hours AS "picturedHours"
    FROM permitted
    JOIN pictured ON pictured.group_id = permitted.group_id AND pictured.hours >= ${leastPicturedHours}
    JOIN camera_group ON camera_group.id = permitted.group_id
    WHERE NOT EXISTS (SELECT FROM monitoring_hour own
        WHERE own.system = permitted.system AND own.group_id = permitted.group_id AND NOT own.simulated
          AND own.hour >= date_trunc('hour', ${from}::timestamptz) AND own.volume > 0)
      AND NOT EXISTS (SELECT FROM suspension
        WHERE suspension.system_id = permitted.system
          AND (suspension.camera_group_id IS NULL OR suspension.camera_group_id = permitted.group_id)
          AND (suspension.ended_at IS NULL OR suspension.ended_at > ${from}))
    ORDER BY 1, 2`.execute(db);
  return rows;
}
