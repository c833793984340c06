import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import {
  LEAST_VEHICLES,
  type OriginDestination,
  type TravelQueryRecord,
  type TravelTimeInterval,
} from '@amaan/contracts/traffic/api-travel-times';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

const MINUTE_MS = 60_000;
/** A reading that is less sure may be another vehicle's: it would make a journey that nobody drove. */
const LEAST_CONFIDENCE = 0.8;

/**
 * How long vehicles took from one camera to another, by the intervals in which they passed the first one. A pass at the
 * first camera counts with the next pass of the same plate at either of the two, if that was at the second. No plate
 * leaves the database, and an interval of fewer than five vehicles does not either.
 *
 * @param query `from` and `to` lie on whole steps since midnight of the UTC
 */
export async function readTravelTimes(
  db: Database,
  query: {
    readonly fromCameraId: Identifier;
    readonly toCameraId: Identifier;
    readonly from: Instant;
    readonly to: Instant;
    readonly stepMinutes: number;
    readonly mostMinutes: number;
  },
): Promise<TravelTimeInterval[]> {
  const { fromCameraId, toCameraId, from, to, stepMinutes, mostMinutes } = query;
  const { rows } = await sql<{ at: Instant; vehicles: number; shares: number[] }>`
    WITH passed AS (
      SELECT coalesce(corrected, plate) AS vehicle, camera_id, captured_at,
        lead(camera_id) OVER journey AS next_camera, lead(captured_at) OVER journey AS next_at
      FROM sighting
      WHERE camera_id IN (${fromCameraId}, ${toCameraId}) AND confidence >= ${LEAST_CONFIDENCE}
        AND suspicion IS NULL AND captured_at >= ${from}::timestamptz
        AND captured_at < ${to}::timestamptz + ${mostMinutes} * interval '1 minute'
      WINDOW journey AS (PARTITION BY coalesce(corrected, plate) ORDER BY captured_at, id)
    )
    SELECT date_bin(${stepMinutes} * interval '1 minute', captured_at, ${from}::timestamptz) AS at,
      count(DISTINCT vehicle)::integer AS vehicles,
      percentile_cont(ARRAY[0.15, 0.5, 0.85]) WITHIN GROUP (
        ORDER BY extract(epoch FROM next_at - captured_at)::double precision) AS shares
    FROM passed
    WHERE camera_id = ${fromCameraId} AND next_camera = ${toCameraId} AND captured_at < ${to}::timestamptz
      AND next_at - captured_at <= ${mostMinutes} * interval '1 minute'
    GROUP BY 1 HAVING count(DISTINCT vehicle) >= ${LEAST_VEHICLES}
    ORDER BY 1`.execute(db);
  return rows.map(({ at, vehicles, shares }) => ({
    from: at,
    to: instantOf(Date.parse(at) + stepMinutes * MINUTE_MS),
    vehicles,
    p15Seconds: Math.round(shares[0]!),
    medianSeconds: Math.round(shares[1]!),
    p85Seconds: Math.round(shares[2]!),
  }));
}

/**
 * From which camera to which vehicles drove: a journey begins where a plate is seen after a long gap and ends where the
 * next long gap begins. Pairs of fewer than five vehicles are counted and not told.
 */
export async function readOriginDestination(
  db: Database,
  query: {
    readonly cameras: readonly Identifier[];
    readonly from: Instant;
    readonly to: Instant;
    readonly gapMinutes: number;
  },
): Promise<Pick<OriginDestination, 'pairs' | 'pairsWithheld'>> {
  const { cameras, from, to, gapMinutes } = query;
  const { rows } = await sql<{
    origin: Identifier | null;
    destination: Identifier | null;
    journeys: number;
    vehicles: number;
    seconds: number;
    told: boolean;
  }>`
    WITH seen AS (
      SELECT coalesce(corrected, plate) AS vehicle, camera_id, captured_at, id,
        captured_at - lag(captured_at) OVER journey > ${gapMinutes} * interval '1 minute' AS after_gap
      FROM sighting
      WHERE camera_id = any(${[...cameras]}::uuid[]) AND confidence >= ${LEAST_CONFIDENCE}
        AND suspicion IS NULL AND captured_at >= ${from}::timestamptz AND captured_at < ${to}::timestamptz
      WINDOW journey AS (PARTITION BY coalesce(corrected, plate) ORDER BY captured_at, id)
    ),
    numbered AS (
      SELECT *, count(*) FILTER (WHERE after_gap) OVER
        (PARTITION BY vehicle ORDER BY captured_at, id) AS journey
      FROM seen
    ),
    journeys AS (
      SELECT vehicle, (array_agg(camera_id ORDER BY captured_at, id))[1] AS origin,
        (array_agg(camera_id ORDER BY captured_at DESC, id DESC))[1] AS destination,
        extract(epoch FROM max(captured_at) - min(captured_at))::double precision AS seconds
      FROM numbered GROUP BY vehicle, journey
    ),
    pairs AS (
      SELECT origin, destination, count(*)::integer AS journeys,
        count(DISTINCT vehicle)::integer AS vehicles,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS seconds
      FROM journeys WHERE origin <> destination GROUP BY 1, 2
    )
    SELECT origin, destination, journeys, vehicles, seconds, true AS told FROM pairs
    WHERE vehicles >= ${LEAST_VEHICLES}
    UNION ALL
    SELECT NULL, NULL, count(*)::integer, 0, 0, false FROM pairs WHERE vehicles < ${LEAST_VEHICLES}`.execute(
    db,
  );
  return {
    pairs: rows.flatMap(({ origin, destination, journeys, vehicles, seconds }) =>
      origin === null || destination === null
        ? []
        : [
            {
              originCameraId: origin,
              destinationCameraId: destination,
              journeys,
              vehicles,
              medianSeconds: Math.round(seconds),
            },
          ],
    ),
    pairsWithheld: rows.find(({ told }) => !told)?.journeys ?? 0,
  };
}

/** A question that is answered from plates, before it is. */
export type TravelQuery = TravelQueryRecord & { readonly byUser: string };

/** Puts a question on record. Call it in the transaction of its ledger entry. */
export async function insertTravelQuery(db: Database, query: TravelQuery): Promise<void> {
  const { id, kind, at, byUser, byName, purpose, cameras, from, to } = query;
  await db
    .insertInto('travel_query')
    .values({
      ...{ id, kind, at, by_user: byUser, by_name: byName, purpose },
      ...{ cameras: [...cameras], from_at: from, to_at: to },
    })
    .execute();
}

/** Questions on record, newest first: one's own, or everybody's whose cameras are all within some sites. */
export async function listTravelQueries(
  db: Database,
  filter: { readonly byUser?: string; readonly sites: SiteScope; readonly limit: number },
): Promise<TravelQueryRecord[]> {
  let query = db
    .selectFrom('travel_query')
    .select(['id', 'kind', 'at', 'by_name as byName', 'purpose', 'cameras'])
    .select(['from_at as from', 'to_at as to'])
    .where(
      sql<boolean>`NOT EXISTS (SELECT FROM camera WHERE camera.id = any(travel_query.cameras)
        AND NOT ${withinSites('camera.site_id', filter.sites)})`,
    );
  if (filter.byUser !== undefined) query = query.where('by_user', '=', filter.byUser);
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(filter.limit).execute();
}
