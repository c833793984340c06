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
}

/** What a call is found by where its id was not read with it. */
export interface CallClue {
  readonly siteId: Identifier;
  readonly receivedAt: Instant;
  readonly station: string | null;
}

/** Ids of calls by their clues, in the order of these; of several that came in within one millisecond, any. */
export async function findCallIds(
  db: Database,
  simulated: boolean,
  clues: readonly CallClue[],
): Promise<(string | null)[]> {
  if (clues.length === 0) return [];
  const rows = clues.map((clue, place) => ({ ...clue, place }));
  const { rows: found } = await sql<{ callId: string | null }>`
    SELECT (SELECT call_id FROM service_call AS call WHERE call.site_id = row."siteId"
        AND call.received_at = row."receivedAt" AND call.station IS NOT DISTINCT FROM row.station
        AND call.simulated = ${simulated} ORDER BY call_id LIMIT 1) AS "callId"
    FROM ${jsonRows(rows, '"siteId" uuid, "receivedAt" timestamptz, station text, place integer')}
    ORDER BY place`.execute(db);
  return found.map(({ callId }) => callId);
}

/** Ids of calls of a period of which reports contradict each other. */
export async function listContradicted(db: Database, selection: CallSelection): Promise<string[]> {
  const { rows } = await sql<{ callId: string }>`
    SELECT DISTINCT call.call_id AS "callId" FROM call_contradiction AS other
    JOIN service_call AS call ON call.source_id = other.source_id AND call.call_id = other.call_id
    WHERE received_at >= ${selection.from} AND received_at < ${selection.to} AND simulated = ${selection.simulated}
      AND site_id = any(${[...selection.siteIds]}::uuid[])
    ORDER BY 1`.execute(db);
  return rows.map(({ callId }) => callId);
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
