import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../open-database.ts';

/**
 * The calls of a site on a day of UTC, in columns of big-endian numbers, in no order. `received` counts milliseconds from the
 * beginning of the day; the other moments are spans from `received` (see `spanAt`). `station` and `kind` count from 1 into their
 * lists; 0: not known. `heard` is of calls that came by a feed.
 */
export interface PackedCallDay {
  readonly siteId: Identifier;
  /** Days since 1970. */
  readonly day: number;
  readonly calls: number;
  readonly stations: readonly string[];
  readonly kinds: readonly string[];
  readonly received: Uint8Array;
  readonly dispatched: Uint8Array;
  readonly arrived: Uint8Array;
  readonly closed: Uint8Array;
  readonly heard: Uint8Array;
  readonly station: Uint8Array;
  readonly kind: Uint8Array;
  readonly priority: Uint8Array;
}

/** Which days are read. */
export interface CallDaySelection {
  readonly from: Instant;
  readonly to: Instant;
  readonly simulated: boolean;
  readonly siteIds: readonly Identifier[];
  /** Left out: `heard` is empty, since nobody looks at it. */
  readonly withHeard?: boolean;
}

/** Spans up to here (12 days) are kept in milliseconds, longer ones in whole seconds beyond it. */
const EXACT = 2 ** 30;
const UNKNOWN = -(2 ** 31);

/** The span at a place of a column, in milliseconds: exact up to 12 days, to the second beyond. NaN: not known. */
export function spanAt(column: DataView, index: number): number {
  const code = column.getInt32(4 * index);
  if (code === UNKNOWN) return Number.NaN;
  if (code > EXACT) return (code - EXACT) * 1000;
  return code < -EXACT ? (code + EXACT) * 1000 : code;
}

/**
 * Days of a period, whole ones: whoever asks for less leaves out the rest. Days that are stale are made on the way from the calls
 * themselves, in the same look at the database: so what is read is always what was kept last.
 */
export async function readCallDays(db: Database, selection: CallDaySelection): Promise<PackedCallDay[]> {
  const { simulated, siteIds, withHeard = false } = selection;
  const among = (table: string) => sql`${sql.ref(`${table}.simulated`)} = ${simulated}
    AND ${sql.ref(`${table}.site_id`)} = any(${[...siteIds]}::uuid[])
    AND ${sql.ref(`${table}.day`)} BETWEEN ${utcDay(selection.from)}::date AND ${utcDay(selection.to)}::date`;
  const { rows } = await sql<PackedCallDay>`
    WITH stale AS (SELECT DISTINCT site_id, day, simulated FROM call_day_change WHERE ${among('call_day_change')}),
      ${packing},
      fresh AS (
        SELECT * FROM call_day WHERE ${among('call_day')}
          AND NOT EXISTS (SELECT 1 FROM stale WHERE stale.site_id = call_day.site_id AND stale.day = call_day.day)
        UNION ALL SELECT * FROM packed
      )
    SELECT site_id AS "siteId", day - date '1970-01-01' AS day, calls, stations, kinds, received, dispatched, arrived,
      closed, ${withHeard ? sql`heard` : sql`''::bytea`} AS heard, station, kind, priority
    FROM fresh ORDER BY day, site_id`.execute(db);
  return rows;
}

/** So many days of sites are made again at once, the newest first. */
const AT_ONCE = 500;
const SERIALIZATION_FAILURE = '40001';

/**
 * Makes stale days again. Changes that are not committed yet keep their days stale, and of two servers one gives way.
 * @returns whether there may be more to do
 */
export async function packCallDays(db: Database): Promise<boolean> {
  try {
    return await db
      .transaction()
      // All statements see the calls of one moment, and those changes alone are struck off that it sees.
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        const { rows } = await sql<{ days: number }>`
          WITH noted AS (SELECT DISTINCT site_id, day, simulated FROM call_day_change ORDER BY day DESC LIMIT ${AT_ONCE}),
            struck AS (DELETE FROM call_day_change AS change USING noted
              WHERE ROW(change.site_id, change.day, change.simulated) = ROW(noted.site_id, noted.day, noted.simulated)),
            stale AS (SELECT * FROM noted),
            ${packing},
            -- A day whose calls all went elsewhere is left with none.
            emptied AS (DELETE FROM call_day USING noted
              WHERE ROW(call_day.site_id, call_day.day, call_day.simulated) = ROW(noted.site_id, noted.day, noted.simulated)
                AND NOT EXISTS (SELECT 1 FROM packed WHERE
                  ROW(packed.site_id, packed.day, packed.simulated) = ROW(noted.site_id, noted.day, noted.simulated))),
            kept AS (INSERT INTO call_day SELECT * FROM packed ON CONFLICT (site_id, day, simulated) DO UPDATE SET
              calls = excluded.calls, stations = excluded.stations, kinds = excluded.kinds, received = excluded.received,
              dispatched = excluded.dispatched, arrived = excluded.arrived, closed = excluded.closed,
              heard = excluded.heard, station = excluded.station, kind = excluded.kind, priority = excluded.priority)
          SELECT count(*)::int AS days FROM noted`.execute(tx);
        return rows[0]!.days === AT_ONCE;
      });
  } catch (error) {
    if ((error as { code?: unknown }).code === SERIALIZATION_FAILURE) return false;
    throw error;
  }
}

function utcDay(at: Instant): string {
  return at.slice(0, 10);
}

/** A span from `received_at` to a moment as `spanAt` reads it. */
function span(moment: string): RawBuilder<unknown> {
  const ms = sql`round(date_part('epoch', ${sql.ref(moment)} - received_at) * 1000)`;
  return sql`coalesce(CASE WHEN abs(${ms}) <= ${EXACT}::float8 THEN ${ms}
    ELSE sign(${ms}) * least(${EXACT}::float8 + round(abs(${ms}) / 1000), 2147483647) END, ${UNKNOWN}::float8)::integer`;
}

/** Part of a WITH that turns the days of `stale` into rows of `call_day`: `packed`. Each is looked up by its site and time. */
const packing = sql`
  packed AS (
    SELECT stale.site_id, stale.day, stale.simulated, columns.*
    FROM stale CROSS JOIN LATERAL (
      WITH called AS MATERIALIZED (
        SELECT station, call.kind, priority,
          round(date_part('epoch', received_at - stale.day::timestamp AT TIME ZONE 'UTC') * 1000)::integer AS received,
          ${span('dispatched_at')} AS dispatched, ${span('arrived_at')} AS arrived, ${span('closed_at')} AS closed,
          CASE WHEN source.kind = 'feed' THEN ${span('first_heard_at')} ELSE ${UNKNOWN}::float8::integer END AS heard
        FROM service_call AS call JOIN call_source AS source ON source.id = call.source_id
        WHERE call.site_id = stale.site_id AND call.simulated = stale.simulated
          AND received_at >= stale.day::timestamp AT TIME ZONE 'UTC'
          AND received_at < (stale.day + 1)::timestamp AT TIME ZONE 'UTC'
      ),
      label AS MATERIALIZED (
        SELECT coalesce(array_agg(DISTINCT station) FILTER (WHERE station IS NOT NULL), '{}') AS stations,
          coalesce(array_agg(DISTINCT kind) FILTER (WHERE kind IS NOT NULL), '{}') AS kinds
        FROM called
      )
      SELECT count(*)::integer AS calls, (SELECT stations FROM label) AS stations, (SELECT kinds FROM label) AS kinds,
        string_agg(int4send(received), '') AS received, string_agg(int4send(dispatched), '') AS dispatched,
        string_agg(int4send(arrived), '') AS arrived, string_agg(int4send(closed), '') AS closed,
        string_agg(int4send(heard), '') AS heard,
        string_agg(int2send(coalesce(array_position((SELECT stations FROM label), station), 0)::int2), '') AS station,
        string_agg(int2send(coalesce(array_position((SELECT kinds FROM label), kind), 0)::int2), '') AS kind,
        string_agg(int2send(coalesce(priority, 0)::int2), '') AS priority
      FROM called HAVING count(*) > 0
    ) AS columns
  )`;
