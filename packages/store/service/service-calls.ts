import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { CallTime } from '@amaan/contracts/service/emergency-call';
import { type RawBuilder, sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import type { Database } from '../open-database.ts';

/** A call as it is kept; moments in milliseconds since 1970. */
export interface StoredServiceCall extends Record<CallTime, number | null> {
  readonly callId: string;
  readonly siteId: Identifier | null;
  readonly station: string | null;
  readonly kind: string | null;
  readonly priority: number | null;
  readonly unitKind: string | null;
  readonly place: readonly [number, number] | null;
  /** When each of these was said, by its name. */
  readonly said: Readonly<Record<string, number>>;
}

const UNIX_MS = (column: string): RawBuilder<number | null> =>
  // `date_part` counts in floating point, `extract` in decimals at several times the cost.
  sql`round(date_part('epoch', ${sql.ref(column)}) * 1000)`;

/** Waits until nobody else changes calls of this source, and holds them until the end of the transaction. */
export async function holdCalls(tx: Database, sourceId: Identifier): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(${`service calls of ${sourceId}`}))`.execute(tx);
}

/** What is known of calls, by their ids. */
export async function findCalls(
  tx: Database,
  sourceId: Identifier,
  callIds: readonly string[],
): Promise<Map<string, StoredServiceCall>> {
  const { rows } = await sql<StoredServiceCall>`
    SELECT call_id AS "callId", site_id AS "siteId", station, kind, priority, unit_kind AS "unitKind",
      CASE WHEN longitude IS NOT NULL THEN jsonb_build_array(longitude, latitude) END AS place,
      ${UNIX_MS('received_at')} AS "receivedAt", ${UNIX_MS('dispatched_at')} AS "dispatchedAt",
      ${UNIX_MS('arrived_at')} AS "arrivedAt", ${UNIX_MS('closed_at')} AS "closedAt", said
    FROM service_call WHERE source_id = ${sourceId} AND call_id = any(${[...callIds]}::text[])`.execute(tx);
  return new Map(rows.map((row) => [row.callId, row]));
}

const COLUMNS = `"callId" text, "siteId" uuid, station text, kind text, priority smallint, "unitKind" text,
  longitude double precision, latitude double precision, "receivedAt" timestamptz, "dispatchedAt" timestamptz,
  "arrivedAt" timestamptz, "closedAt" timestamptz, said jsonb`;

/** Keeps calls as they are now. */
export async function putCalls(
  tx: Database,
  source: { readonly id: Identifier; readonly simulated: boolean },
  calls: readonly StoredServiceCall[],
  heardAt: Instant,
): Promise<void> {
  if (calls.length === 0) return;
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const rows = calls.map(({ place, ...call }) => ({
    ...call,
    longitude: place?.[0] ?? null,
    latitude: place?.[1] ?? null,
    receivedAt: instant(call.receivedAt),
    dispatchedAt: instant(call.dispatchedAt),
    arrivedAt: instant(call.arrivedAt),
    closedAt: instant(call.closedAt),
  }));
  await sql`
    INSERT INTO service_call (source_id, simulated, first_heard_at, call_id, site_id, station, kind, priority, unit_kind,
      longitude, latitude, received_at, dispatched_at, arrived_at, closed_at, said)
    SELECT ${source.id}::uuid, ${source.simulated}::boolean, ${heardAt}::timestamptz, row.*
    FROM ${jsonRows(rows, COLUMNS)}
    ON CONFLICT (source_id, call_id) DO UPDATE SET site_id = excluded.site_id, station = excluded.station,
      kind = excluded.kind, priority = excluded.priority, unit_kind = excluded.unit_kind,
      longitude = excluded.longitude, latitude = excluded.latitude, received_at = excluded.received_at,
      dispatched_at = excluded.dispatched_at, arrived_at = excluded.arrived_at, closed_at = excluded.closed_at,
      said = excluded.said`.execute(tx);
}

/** Moments that were said besides those that count. Each is kept once. @returns how many are new */
export async function insertContradictions(
  tx: Database,
  sourceId: Identifier,
  all: readonly { callId: string; field: CallTime; value: number; saidAt: number }[],
  at: Instant,
): Promise<number> {
  if (all.length === 0) return 0;
  const rows = all.map((one) => ({
    ...one,
    value: new Date(one.value).toISOString(),
    saidAt: new Date(one.saidAt).toISOString(),
  }));
  const { rows: added } = await sql`
    INSERT INTO call_contradiction (source_id, noticed_at, call_id, field, value, said_at)
    SELECT ${sourceId}::uuid, ${at}::timestamptz, row.*
    FROM ${jsonRows(rows, '"callId" text, field text, value timestamptz, "saidAt" timestamptz')}
    ON CONFLICT DO NOTHING RETURNING 1 AS one`.execute(tx);
  return added.length;
}

/** Which calls are looked at. */
export interface CallSelection {
  readonly from: Instant;
  readonly to: Instant;
  readonly simulated: boolean;
  readonly siteIds: readonly Identifier[];
  readonly station?: string | undefined;
  readonly kind?: string | undefined;
  readonly priority?: number | undefined;
}

/** A call as figures need it: moments in milliseconds since 1970. Where it was is not read. */
export interface ServedCall {
  readonly callId: string;
  readonly siteId: Identifier;
  readonly station: string | null;
  readonly kind: string | null;
  readonly receivedAt: number;
  readonly dispatchedAt: number | null;
  readonly arrivedAt: number | null;
  readonly closedAt: number | null;
  /** When it was first heard of. */
  readonly heardAt: number;
  /** Whether it came by a feed. */
  readonly byFeed: boolean;
}

/** Calls received in a period, in the order in which they came. */
export async function listServedCalls(db: Database, selection: CallSelection): Promise<ServedCall[]> {
  const { from, to, simulated, siteIds, station, kind, priority } = selection;
  const { rows } = await sql<ServedCall>`
    SELECT call_id AS "callId", site_id AS "siteId", station, call.kind, ${UNIX_MS('received_at')} AS "receivedAt",
      ${UNIX_MS('dispatched_at')} AS "dispatchedAt", ${UNIX_MS('arrived_at')} AS "arrivedAt",
      ${UNIX_MS('closed_at')} AS "closedAt", ${UNIX_MS('first_heard_at')} AS "heardAt", source.kind = 'feed' AS "byFeed"
    FROM service_call AS call JOIN call_source AS source ON source.id = call.source_id
    WHERE received_at >= ${from} AND received_at < ${to} AND call.simulated = ${simulated}
      AND site_id = any(${[...siteIds]}::uuid[])
      ${station === undefined ? sql`` : sql`AND station = ${station}`}
      ${kind === undefined ? sql`` : sql`AND call.kind = ${kind}`}
      ${priority === undefined ? sql`` : sql`AND priority = ${priority}`}
    ORDER BY received_at, source_id, call_id`.execute(db);
  return rows;
}

/** A call that was contradicted. */
export interface ContradictedCall {
  readonly callId: string;
  readonly siteId: Identifier | null;
}

/** Calls of a period of which reports contradict each other. */
export async function listContradicted(db: Database, selection: CallSelection): Promise<ContradictedCall[]> {
  const { rows } = await sql<ContradictedCall>`
    SELECT call_id AS "callId", site_id AS "siteId" FROM service_call AS call
    WHERE received_at >= ${selection.from} AND received_at < ${selection.to} AND simulated = ${selection.simulated}
      AND site_id = any(${[...selection.siteIds]}::uuid[])
      AND EXISTS (SELECT 1 FROM call_contradiction AS other
        WHERE other.source_id = call.source_id AND other.call_id = call.call_id)
    ORDER BY received_at, call_id`.execute(db);
  return rows;
}

/** Calls first heard of in a period of which nobody said yet when they came in, or where. */
export async function listWithoutBeginning(
  db: Database,
  period: Pick<CallSelection, 'from' | 'to' | 'simulated'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('service_call')
    .select('call_id')
    .where('first_heard_at', '>=', period.from)
    .where('first_heard_at', '<', period.to)
    .where('simulated', '=', period.simulated)
    .where((where) => where.or([where('received_at', 'is', null), where('site_id', 'is', null)]))
    .orderBy('call_id')
    .execute();
  return rows.map(({ call_id }) => call_id);
}
