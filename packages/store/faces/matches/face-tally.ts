import type { SiteScope } from '@amaan/contracts/api/me';
import type { FaceMatchLight } from '@amaan/contracts/faces/matches/face-match';
import type { FacesSearched } from '@amaan/contracts/faces/matches/faces-searched';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from '../../open-database.ts';
import { withinSites } from '../../within-sites.ts';

/** Where a match or a search belongs in the numbers. */
interface TallyPlace {
  /** Null: pictures after the event. */
  readonly cameraId: Identifier | null;
  readonly siteId: Identifier;
  readonly watchlistId: Identifier;
  readonly light: FaceMatchLight;
  readonly simulated: boolean;
}

/** Counts a match that was raised. */
export async function countRaisedMatch(
  tx: Database,
  { raisedAt, cameraId, siteId, watchlistId, light, simulated }: TallyPlace & { readonly raisedAt: Instant },
): Promise<void> {
  await sql`
    INSERT INTO face_match_tally AS tally (day, camera_id, site_id, watchlist_id, light, simulated, raised)
    VALUES (${raisedAt.slice(0, 10)}::date, ${cameraId}::uuid, ${siteId}::uuid, ${watchlistId}::uuid, ${light},
      ${simulated}::boolean, 1)
    ON CONFLICT (day, camera_id, site_id, watchlist_id, light, simulated) DO UPDATE SET raised = tally.raised + 1`.execute(
    tx,
  );
}

/**
 * Counts what people decided on a match.
 * @param inTime before the figures of the month in which it was raised were final
 */
export async function countDecidedMatch(
  tx: Database,
  matchId: Identifier,
  state: 'confirmed' | 'rejected',
  inTime: boolean,
): Promise<void> {
  const [confirmed, rejected] = state === 'confirmed' ? [1, 0] : [0, 1];
  await sql`
    UPDATE face_match_tally SET confirmed = confirmed + ${confirmed}::int, rejected = rejected + ${rejected}::int,
      confirmed_in_time = confirmed_in_time + ${inTime ? confirmed : 0}::int,
      rejected_in_time = rejected_in_time + ${inTime ? rejected : 0}::int
    FROM face_match AS decided
    WHERE decided.id = ${matchId}::uuid AND day = (decided.raised_at AT TIME ZONE 'UTC')::date
      AND face_match_tally.camera_id IS NOT DISTINCT FROM decided.camera_id
      AND face_match_tally.site_id = decided.site_id AND face_match_tally.watchlist_id = decided.watchlist_id
      AND face_match_tally.light = decided.light AND face_match_tally.simulated = decided.simulated`.execute(
    tx,
  );
}

/** Counts faces that were searched. @returns whether they were not counted before */
export async function insertFacesSearched(
  tx: Database,
  { id, authorisationId, hour, faces }: Pick<FacesSearched, 'id' | 'authorisationId' | 'hour' | 'faces'>,
  { cameraId, siteId, watchlistId, light, simulated }: TallyPlace,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('face_searched')
    .values({
      ...{ id, hour, light, simulated, faces },
      authorisation_id: authorisationId,
      watchlist_id: watchlistId,
      site_id: siteId,
      camera_id: cameraId,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Numbers of one camera, list and light over a period. */
export interface FaceTally {
  /** Null: pictures after the event. */
  readonly cameraId: Identifier | null;
  readonly cameraName: string | null;
  readonly siteId: Identifier;
  readonly siteName: string;
  readonly watchlistId: Identifier;
  readonly light: FaceMatchLight;
  readonly faces: number;
  readonly raised: number;
  readonly confirmed: number;
  readonly rejected: number;
  readonly deleted: number;
}

/** What happened from the first to the last day (UTC, `YYYY-MM-DD`, both included). */
export async function readFaceTallies(
  db: Database,
  period: {
    readonly from: string;
    readonly to: string;
    readonly simulated: boolean;
    readonly sites: SiteScope;
  },
): Promise<FaceTally[]> {
  const { from, to, simulated, sites } = period;
  const { rows } = await sql<FaceTally>`
    SELECT counted.camera_id AS "cameraId", camera.name AS "cameraName", counted.site_id AS "siteId",
      site.name AS "siteName", counted.watchlist_id AS "watchlistId", counted.light,
      sum(counted.faces)::float8 AS faces, sum(counted.raised)::float8 AS raised,
      sum(counted.confirmed)::float8 AS confirmed, sum(counted.rejected)::float8 AS rejected,
      sum(counted.deleted)::float8 AS deleted
    FROM (
      SELECT camera_id, site_id, watchlist_id, light, 0 AS faces, raised, confirmed, rejected, deleted
      FROM face_match_tally
      WHERE day BETWEEN ${from}::date AND ${to}::date AND simulated = ${simulated}
      UNION ALL
      SELECT camera_id, site_id, watchlist_id, light, faces, 0, 0, 0, 0 FROM face_searched
      WHERE hour >= ${`${from}T00:00:00Z`}::timestamptz AND simulated = ${simulated}
        AND hour < ${`${to}T00:00:00Z`}::timestamptz + interval '1 day'
    ) AS counted
    LEFT JOIN camera ON camera.id = counted.camera_id
    JOIN site ON site.id = counted.site_id
    WHERE ${withinSites('counted.site_id', sites)}
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 2, 1, 5, 6`.execute(db);
  return rows;
}

/** A month of real matches, as people had decided when its figures became final. */
export interface PublicFaceCounts {
  readonly faces: number;
  readonly alerts: number;
  readonly confirmed: number;
  readonly rejected: number;
  readonly light: FaceMatchLight;
}

/** By light; what is simulated is never counted. @param month `YYYY-MM` */
export async function readPublicFaceMonth(db: Database, month: string): Promise<PublicFaceCounts[]> {
  const start = `${month}-01`;
  const { rows } = await sql<PublicFaceCounts>`
    SELECT light, sum(faces)::float8 AS faces, sum(alerts)::float8 AS alerts,
      sum(confirmed)::float8 AS confirmed, sum(rejected)::float8 AS rejected
    FROM (
      SELECT light, 0 AS faces, raised AS alerts, confirmed_in_time AS confirmed, rejected_in_time AS rejected
      FROM face_match_tally
      WHERE NOT simulated AND day >= ${start}::date AND day < ${start}::date + interval '1 month'
      UNION ALL
      SELECT light, faces, 0, 0, 0 FROM face_searched
      WHERE NOT simulated AND hour >= ${`${start}T00:00:00Z`}::timestamptz
        AND hour < (${start}::date + interval '1 month') AT TIME ZONE 'UTC'
    ) AS counted
    GROUP BY 1 ORDER BY 1`.execute(db);
  return rows;
}
