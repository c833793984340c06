import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import type { Database } from '../open-database.ts';

/** A vehicle passed a camera. */
export interface StoredPassage {
  readonly plate: string;
  readonly cameraId: Identifier;
  readonly at: Instant;
}

/**
 * Passages of the vehicles that were near some others at enough cameras: all of theirs at those cameras within the
 * whole time, so that chance can be told from company. Nothing is read of vehicles that were not.
 */
export async function findPassages(
  db: Database,
  query: {
    readonly near: readonly StoredPassage[];
    readonly seconds: number;
    readonly cameras: number;
    readonly from: Instant;
    readonly to: Instant;
    readonly sites: 'all' | readonly Identifier[];
    readonly except: string;
  },
): Promise<StoredPassage[]> {
  if (query.near.length === 0) return [];
  const within = query.sites === 'all' ? sql`true` : sql`other.site_id = any(${[...query.sites]}::uuid[])`;
  const { rows } = await sql<{ plate: string; cameraId: Identifier; at: Instant }>`
    WITH own AS (SELECT * FROM ${jsonRows(query.near, '"cameraId" uuid, at timestamptz')}),
    company AS (
      SELECT coalesce(other.corrected, other.plate) AS plate
      FROM own JOIN sighting AS other ON other.camera_id = own."cameraId"
        AND other.captured_at >= own.at - ${query.seconds} * interval '1 second'
        AND other.captured_at <= own.at + ${query.seconds} * interval '1 second'
      WHERE ${within} AND coalesce(other.corrected, other.plate) <> ${query.except}
      GROUP BY 1 HAVING count(DISTINCT other.camera_id) >= ${query.cameras}
      LIMIT 200
    )
    SELECT company.plate, other.camera_id AS "cameraId", other.captured_at AS at
    FROM company JOIN sighting AS other ON other.plate = company.plate OR other.corrected = company.plate
    WHERE ${within} AND coalesce(other.corrected, other.plate) = company.plate
      AND other.captured_at >= ${query.from}::timestamptz AND other.captured_at < ${query.to}::timestamptz
      AND other.camera_id IN (SELECT "cameraId" FROM own)`.execute(db);
  return rows;
}
