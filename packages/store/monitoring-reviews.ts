import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** Reviewed alerts that agree in everything here. */
export interface ReviewCount {
  readonly system: string;
  readonly groupId: Identifier;
  readonly simulated: boolean;
  readonly objectClass: string;
  readonly timeOfDay: 'day' | 'night';
  /** Bins of 0.05, counted from 0. */
  readonly confidenceBin: number;
  readonly reviewed: number;
  readonly rejected: number;
  /** Rejected as `wrong-object` or `nothing-there`. */
  readonly wrong: number;
  /** Milliseconds from the alert to each review. */
  readonly reviewTimes: readonly number[];
}

/** Which alerts are counted: raised at `from` or later and before `to`. */
export interface ReviewPeriod {
  readonly from: Instant;
  readonly to: Instant;
  readonly groupId?: Identifier;
  /** Day is 6 to 18 o'clock here. */
  readonly timeZone: string;
}

/**
 * Reviewed alerts of a period, counted in parts. The parts are places, times and things: of people nothing is
 * known here, and nothing is asked. A camera counts for the group that it is in now.
 */
export async function countReviews(db: Database, period: ReviewPeriod): Promise<ReviewCount[]> {
  const { rows } = await sql<ReviewCount>`
    SELECT ${reviewColumns(period)} ${reviewsOf(period)} GROUP BY 1, 2, 3, 4, 5, 6`.execute(db);
  return rows;
}

/** The same by the hour in which the alert was raised, of one AI system. */
export async function countReviewsByHour(
  db: Database,
  period: ReviewPeriod & { readonly system: string; readonly simulated: boolean },
): Promise<(ReviewCount & { readonly hour: Instant })[]> {
  const { rows } = await sql<ReviewCount & { readonly hour: Instant }>`
    SELECT ${reviewColumns(period)}, date_trunc('hour', alert.raised_at, 'UTC') AS hour ${reviewsOf(period)}
      AND observation.system = ${period.system} AND alert.simulated = ${period.simulated}
    GROUP BY 1, 2, 3, 4, 5, 6, hour`.execute(db);
  return rows;
}

const reviewColumns = ({ timeZone }: ReviewPeriod) => sql`
  observation.system, camera.group_id AS "groupId", alert.simulated,
  coalesce(observation.object_class, 'none') AS "objectClass",
  CASE WHEN extract(hour FROM alert.captured_at AT TIME ZONE ${timeZone}) BETWEEN 6 AND 17
    THEN 'day' ELSE 'night' END AS "timeOfDay",
  least(19, floor((observation.body -> 'object' ->> 'confidence')::float8 * 20))::int AS "confidenceBin",
  count(*) AS reviewed,
  count(*) FILTER (WHERE review.decision = 'rejected') AS rejected,
  count(*) FILTER (WHERE review.reason IN ('wrong-object', 'nothing-there')) AS wrong,
  jsonb_agg(round(extract(epoch FROM review.at - alert.raised_at) * 1000)) AS "reviewTimes"`;

const reviewsOf = ({ from, to, groupId }: ReviewPeriod) => sql`
  FROM alert
  JOIN review ON review.alert_id = alert.id
  JOIN camera ON camera.id = alert.camera_id
  JOIN observation ON observation.captured_at = alert.captured_at AND observation.id = alert.observation_id
  WHERE alert.raised_at >= ${from} AND alert.raised_at < ${to}
    ${groupId === undefined ? sql`` : sql`AND camera.group_id = ${groupId}`}`;

/** Reviewed alerts of one pair by camera, those with the most reviews first. */
export async function countReviewsByCamera(
  db: Database,
  period: ReviewPeriod & { readonly system: string; readonly simulated: boolean },
): Promise<{ camera: string; reviewed: number; wrong: number }[]> {
  const { rows } = await sql<{ camera: string; reviewed: number; wrong: number }>`
    SELECT camera.name AS camera, count(*) AS reviewed,
      count(*) FILTER (WHERE review.reason IN ('wrong-object', 'nothing-there')) AS wrong ${reviewsOf(period)}
      AND observation.system = ${period.system} AND alert.simulated = ${period.simulated}
    GROUP BY camera.id ORDER BY reviewed DESC, camera.name, camera.id`.execute(db);
  return rows;
}

/** Alerts of one pair by the hour in which they were raised. */
export async function countAlertsByHour(
  db: Database,
  pair: {
    readonly system: string;
    readonly groupId: Identifier;
    readonly simulated: boolean;
    readonly from: Instant;
    readonly to: Instant;
  },
): Promise<{ hour: Instant; alerts: number; confirmed: number; rejected: number }[]> {
  const { rows } = await sql<{ hour: Instant; alerts: number; confirmed: number; rejected: number }>`
    SELECT date_trunc('hour', alert.raised_at, 'UTC') AS hour, count(*) AS alerts,
      count(*) FILTER (WHERE alert.state = 'confirmed') AS confirmed,
      count(*) FILTER (WHERE alert.state = 'rejected') AS rejected
    FROM alert
    JOIN camera ON camera.id = alert.camera_id
    JOIN observation ON observation.captured_at = alert.captured_at AND observation.id = alert.observation_id
    WHERE alert.raised_at >= ${pair.from} AND alert.raised_at < ${pair.to}
      AND camera.group_id = ${pair.groupId} AND alert.simulated = ${pair.simulated}
      AND observation.system = ${pair.system}
    GROUP BY 1 ORDER BY 1`.execute(db);
  return rows;
}
