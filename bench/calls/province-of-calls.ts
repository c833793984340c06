import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import { insertCallSource } from '@amaan/store/service/call-sources';
import { ensureDeployment, ensureSite } from '@amaan/store/sites';
import { sql } from 'kysely';

const SITES = 36;
const STATIONS_EACH = 20;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Fills a database with the calls of a province: 36 sites of 20 stations, seven kinds, four priorities, times spread as times of
 * service are (log-normal), one call in twelve without a unit, three arrivals in a hundred not on record. They are drawn in the
 * database, since their way through the import is measured elsewhere.
 *
 * @param from midnight of the first day, milliseconds since 1970
 */
export async function fillProvince(db: Database, from: number, days: number, perDay: number): Promise<void> {
  await ensureDeployment(db, 'Bench');
  const sites: string[] = [];
  for (let index = 1; index <= SITES; index++) sites.push((await ensureSite(db, `District ${index}`)).id);
  const id = newIdentifier();
  await insertCallSource(db, {
    ...{ id, name: 'Province', kind: 'feed', siteIds: null, simulated: false, tokenDigest: '0'.repeat(64) },
    ...{ createdAt: instantOf(from), createdBy: 'Bench' },
  });
  for (let day = 0; day < days; day++) await fillDay(db, id, sites, from + day * DAY_MS, perDay);
  await sql`VACUUM ANALYZE service_call`.execute(db);
}

async function fillDay(db: Database, source: string, sites: readonly string[], from: number, calls: number) {
  const spread = (median: number, sigma: number) =>
    sql`${median}::float8 * exp(${sigma}::float8 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())) * interval '1 second'`;
  await db.transaction().execute(async (tx) => {
    await sql`SELECT setseed(${(from / DAY_MS / 100_000) % 1})`.execute(tx);
    await sql`
      INSERT INTO service_call (source_id, call_id, site_id, station, kind, priority, unit_kind, longitude, latitude,
        received_at, dispatched_at, arrived_at, closed_at, said, first_heard_at, simulated)
      SELECT ${source}::uuid, ${`${from / DAY_MS}-`} || n, (${[...sites]}::uuid[])[1 + place / ${STATIONS_EACH}],
        'Station ' || place, 'kind ' || n % 7, 1 + n % 4, CASE WHEN sent THEN 'patrol car' END, 74.3, 31.5,
        received, CASE WHEN sent THEN received + dispatch END,
        CASE WHEN sent AND written THEN received + dispatch + travel END,
        received + dispatch + CASE WHEN sent THEN travel + scene ELSE interval '0' END,
        jsonb_build_object('siteId', ms, 'station', ms, 'kind', ms, 'priority', ms, 'unitKind', ms, 'place', ms,
          'receivedAt', ms, 'dispatchedAt', ms, 'arrivedAt', ms, 'closedAt', ms), received + interval '20 seconds', false
      FROM (SELECT n, floor(random() * ${SITES * STATIONS_EACH})::int AS place, received,
          (extract(epoch FROM received) * 1000)::bigint AS ms, random() > 1 / 12.0 AS sent, random() > 0.03 AS written,
          ${spread(70, 0.55)} AS dispatch, ${spread(420, 0.5)} AS travel, ${spread(1500, 0.7)} AS scene
        FROM (SELECT n, ${instantOf(from)}::timestamptz + n * (interval '1 day' / ${calls}) AS received
          FROM generate_series(0, ${calls - 1}) AS n) AS drawn) AS call`.execute(tx);
  });
}
