import type { Identifier } from '@amaan/contracts/identifier';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';
import type { LaneReference } from '../traffic/lane-reading.ts';

/** A lane on a camera that is a lane of a junction. */
export interface JunctionLaneReference extends LaneReference {
  /** The junction's lane. */
  readonly lane: string;
}

/** The lanes on cameras that lead to a junction, by the views in force. */
export async function listJunctionLanes(
  db: Database,
  junctionId: Identifier,
): Promise<JunctionLaneReference[]> {
  const { rows } = await sql<JunctionLaneReference>`
    SELECT view.camera_id AS "cameraId", drawn.lane ->> 'id' AS "laneId",
      drawn.lane #>> '{junction,laneId}' AS lane
    FROM traffic_view AS view
    CROSS JOIN LATERAL jsonb_array_elements(view.body -> 'lanes') AS drawn (lane)
    WHERE view.retired_at IS NULL AND drawn.lane #>> '{junction,id}' = ${junctionId}
    ORDER BY 1, 2`.execute(db);
  return rows;
}
