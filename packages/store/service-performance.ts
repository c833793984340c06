import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { ServiceTargets } from '@amaan/contracts/performance';
import { AmaanError } from '@amaan/contracts/problem';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** `SERVICE_TARGETS_CHANGED`: somebody else made this version first. Nothing was changed. */
export class ServiceTargetsError extends AmaanError {}

/** How one alert was served: seconds from the event to each phase, null for what did not happen. */
export interface ServedAlert {
  readonly siteId: Identifier;
  /** When the event was, milliseconds since 1970. */
  readonly at: number;
  /** Minutes after local midnight at which the event was. */
  readonly minute: number;
  readonly alert: number;
  readonly acknowledgement: number | null;
  readonly dispatch: number | null;
  readonly closure: number | null;
}

/**
 * How the alerts of a period were served. The event is the moment of capture. An alert counts as acknowledged when
 * somebody first did anything about it, and as closed when it was closed or rejected, since a rejected alert needs
 * nothing more. Who did it is not read: this measures the service and no person.
 */
export async function listServedAlerts(
  db: Database,
  period: {
    readonly from: Instant;
    readonly to: Instant;
    readonly simulated: boolean;
    readonly timeZone: string;
    readonly siteIds?: readonly Identifier[];
  },
): Promise<ServedAlert[]> {
  const { from, to, simulated, timeZone, siteIds } = period;
  // `greatest` leaves nulls out, so what did not happen must not come to it.
  const since = (at: ReturnType<typeof sql>) =>
    sql`CASE WHEN ${at} IS NOT NULL
      THEN greatest(0, extract(epoch FROM ${at} - alert.captured_at))::float8 END`;
  const { rows } = await sql<ServedAlert>`
    SELECT alert.site_id AS "siteId", (extract(epoch FROM alert.captured_at) * 1000)::float8 AS at,
      (extract(hour FROM alert.captured_at AT TIME ZONE ${timeZone}) * 60
        + extract(minute FROM alert.captured_at AT TIME ZONE ${timeZone}))::int AS minute,
      ${since(sql`alert.raised_at`)} AS alert,
      ${since(sql`least(step.first_at, review.at)`)} AS acknowledgement,
      ${since(sql`step.dispatched_at`)} AS dispatch,
      ${since(sql`least(step.closed_at, CASE WHEN review.decision = 'rejected' THEN review.at END)`)} AS closure
    FROM alert
    LEFT JOIN review ON review.alert_id = alert.id
    LEFT JOIN LATERAL (
      SELECT min(at) AS first_at, min(at) FILTER (WHERE step = 'dispatched') AS dispatched_at,
        min(at) FILTER (WHERE step = 'closed') AS closed_at
      FROM alert_step WHERE alert_step.alert_id = alert.id
    ) AS step ON true
    WHERE alert.raised_at >= ${from} AND alert.raised_at < ${to} AND alert.simulated = ${simulated}
      ${siteIds === undefined ? sql`` : sql`AND alert.site_id = any(${[...siteIds]}::uuid[])`}`.execute(db);
  return rows;
}

/** The targets in force with their version, or null when nobody set any. */
export async function getServiceTargets(
  db: Database,
): Promise<{ version: number; settings: ServiceTargets } | null> {
  const row = await db
    .selectFrom('service_targets')
    .select(['version', 'body as settings'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes a version. @throws ServiceTargetsError `SERVICE_TARGETS_CHANGED` */
export async function insertServiceTargets(
  tx: Database,
  change: {
    readonly version: number;
    readonly settings: ServiceTargets;
    readonly at: Instant;
    readonly by: string;
    readonly reason: string;
  },
): Promise<void> {
  const inserted = await tx
    .insertInto('service_targets')
    .values({
      version: change.version,
      body: JSON.stringify(change.settings),
      changed_at: change.at,
      changed_by: change.by,
      reason: change.reason,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  if (inserted === undefined)
    throw new ServiceTargetsError(
      'SERVICE_TARGETS_CHANGED',
      'Somebody else changed the targets meanwhile; nothing was changed. Look at them again.',
    );
}
